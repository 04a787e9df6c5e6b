package org.baya.io.text;

import java.util.Map;

/**
 * Writes one JSON value (RFC 8259) into a string: objects and arrays in the order of the calls, a
 * line for each member of the outermost object. Numbers that JSON cannot say (NaN, infinities)
 * become {@code null}. {@code <}, {@code >} and {@code &} are written as escapes, so that the text
 * may stand inside an HTML script element; so are unpaired surrogates, so that the text survives
 * UTF-8.
 */
public final class JsonWriter {
  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final StringBuilder out = new StringBuilder(4096);
  private boolean needsComma;
  private int depth;

  public JsonWriter beginObject() {
    return open('{');
  }

  public JsonWriter endObject() {
    return close('}');
  }

  public JsonWriter beginArray() {
    return open('[');
  }

  public JsonWriter endArray() {
    return close(']');
  }

  /** The name of the member whose value comes next. */
  public JsonWriter name(String name) {
    if (depth == 1) {
      out.append(needsComma ? ",\n  " : "\n  ");
    } else {
      separate();
    }
    string(name);
    out.append(": ");
    needsComma = false;
    return this;
  }

  public JsonWriter value(String value) {
    separate();
    string(value);
    return this;
  }

  public JsonWriter value(long value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonWriter value(boolean value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonWriter value(double value) {
    separate();
    if (!Double.isFinite(value)) {
      out.append("null");
    } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      out.append((long) value);
    } else {
      out.append(value);
    }
    return this;
  }

  /** A value that is JSON already. */
  public JsonWriter raw(String value) {
    separate();
    out.append(value);
    return this;
  }

  public JsonWriter value(Iterable<String> values) {
    beginArray();
    for (String value : values) {
      value(value);
    }
    return endArray();
  }

  public JsonWriter value(double[] values) {
    beginArray();
    for (double value : values) {
      value(value);
    }
    return endArray();
  }

  public JsonWriter value(long[] values) {
    beginArray();
    for (long value : values) {
      value(value);
    }
    return endArray();
  }

  /** An object of numbers in the map's order. */
  public JsonWriter value(Map<String, ? extends Number> values) {
    beginObject();
    for (Map.Entry<String, ? extends Number> entry : values.entrySet()) {
      name(entry.getKey());
      if (entry.getValue() instanceof Long whole) {
        value(whole.longValue());
      } else {
        value(entry.getValue().doubleValue());
      }
    }
    return endObject();
  }

  /** The text so far. */
  @Override
  public String toString() {
    return out.toString();
  }

  private JsonWriter open(char bracket) {
    separate();
    out.append(bracket);
    needsComma = false;
    depth++;
    return this;
  }

  private JsonWriter close(char bracket) {
    depth--;
    if (depth == 0) {
      out.append('\n');
    }
    out.append(bracket);
    needsComma = true;
    return this;
  }

  private void separate() {
    if (needsComma) {
      out.append(", ");
    }
    needsComma = true;
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        character(c);
      }
    }
    out.append('"');
  }

  private void character(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '<', '>', '&', '\u2028', '\u2029', '\u007f' -> escape(c);
      default -> {
        if (c < ' ' || Character.isSurrogate(c)) {
          escape(c);
        } else {
          out.append(c);
        }
      }
    }
  }

  private void escape(char c) {
    out.append("\\u")
        .append(HEX[c >> 12])
        .append(HEX[c >> 8 & 15])
        .append(HEX[c >> 4 & 15])
        .append(HEX[c & 15]);
  }
}
