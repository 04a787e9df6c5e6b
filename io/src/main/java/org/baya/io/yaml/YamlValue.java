package org.baya.io.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One node of a YAML document. Immutable. */
public sealed interface YamlValue {

  /** Where the value starts. */
  Place place();

  /** What the value is, for messages: {@code 'abc'}, {@code a list}, {@code a mapping}. */
  String describe();

  /**
   * A text, number, flag or nothing; the reader of the value decides which.
   *
   * @param text without quotes; empty for a value that is not there
   * @param plain whether it was written without quotes
   */
  record Scalar(Place place, String text, boolean plain) implements YamlValue {
    private static final int LONGEST_SHOWN = 60;

    /** Whether there is no value at all, or an explicit {@code null}. */
    public boolean isNothing() {
      return plain && (text.isEmpty() || text.equals("null") || text.equals("~"));
    }

    @Override
    public String describe() {
      if (isNothing()) {
        return "nothing";
      }
      String line = text.replaceAll("\\s+", " ");
      return "'"
          + (line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "..." : line)
          + "'";
    }
  }

  /** Values in order. */
  record Items(Place place, List<YamlValue> values) implements YamlValue {
    public Items {
      values = List.copyOf(values);
    }

    @Override
    public String describe() {
      return "a list";
    }
  }

  /** Values by key, in the order of the file. */
  record Mapping(Place place, Map<String, Entry> entries) implements YamlValue {
    public Mapping {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public String describe() {
      return "a mapping";
    }

    /** The same mapping with another entry at {@code key}. */
    public Mapping with(String key, Entry entry) {
      Map<String, Entry> more = new LinkedHashMap<>(entries);
      more.put(key, entry);
      return new Mapping(place, more);
    }
  }

  /** A value and the place of its key. */
  record Entry(Place keyPlace, YamlValue value) {}
}
