package org.baya.io.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.error.InvalidInputException;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document into a tree.
 *
 * <p>Works on the parser's events, so that a hostile file is refused before it is built: the file,
 * the depth and the number of values (an alias counts as often as it is used) are bounded. Tags are
 * refused, and so are keys that occur twice.
 */
public final class YamlReader {
  /** Larger arrays belong into a binary file. */
  private static final int MAX_FILE_BYTES = 16 << 20;

  /** The deepest sensible experiment needs 6. */
  private static final int MAX_DEPTH = 32;

  private static final long MAX_VALUES = 2_000_000;

  private final String source;
  private final boolean hasLines;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private long values;

  private YamlReader(String source, boolean hasLines, String text) {
    this.source = source;
    this.hasLines = hasLines;
    LoadSettings settings =
        LoadSettings.builder().setLabel(source).setCodePointLimit(MAX_FILE_BYTES).build();
    this.events = new Parse(settings).parseString(text).iterator();
  }

  /** A value behind an anchor and how many values it contains. */
  private record Anchored(YamlValue value, long size) {}

  /**
   * Reads a file.
   *
   * @throws InvalidInputException if it cannot be read, is too large or is not YAML
   */
  public static YamlValue read(Path file) {
    String name = name(file);
    return new YamlReader(name, true, text(file, name)).document();
  }

  /**
   * Reads the text of a file.
   *
   * @param source its name, for error messages
   */
  public static YamlValue read(String source, String text) {
    return new YamlReader(source, true, text).document();
  }

  /**
   * Reads a JSON file, which is YAML but for the tabs between its values.
   *
   * @throws InvalidInputException if it cannot be read, is too large or is not JSON
   */
  public static YamlValue readJson(Path file) {
    String name = name(file);
    return new YamlReader(name, true, text(file, name).replace('\t', ' ')).document();
  }

  /**
   * Reads a value given on the command line.
   *
   * @param source the option, for error messages
   */
  public static YamlValue parse(String source, String text) {
    return new YamlReader(source, false, text).document();
  }

  /** The name under which messages speak of {@code file}. */
  public static String name(Path file) {
    Path last = file.getFileName();
    return last == null ? file.toString() : last.toString();
  }

  private static String text(Path file, String name) {
    try {
      if (Files.isDirectory(file)) {
        throw new InvalidInputException(file.toString(), "is a directory; allowed is a file");
      }
      long size = Files.size(file);
      if (size > MAX_FILE_BYTES) {
        throw new InvalidInputException(
            file.toString(),
            "has "
                + size
                + " bytes; allowed are "
                + MAX_FILE_BYTES
                + ". Keep arrays in .npy, .npz or .h5 files");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
          .toString();
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file.toString(), "no such file", e);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(name, "is not UTF-8 text, so it cannot be YAML or JSON", e);
    } catch (IOException e) {
      throw new InvalidInputException(
          file.toString(), "cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private YamlValue document() {
    try {
      next(); // stream start
      if (next().getEventId() != Event.ID.DocumentStart) {
        return new YamlValue.Scalar(new Place(source, hasLines ? 1 : 0), "", true);
      }
      YamlValue root = value(next(), 0);
      next(); // document end
      Event end = next();
      if (end.getEventId() != Event.ID.StreamEnd) {
        throw error(end, "a second document starts here; allowed is one");
      }
      return root;
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
      throw new InvalidInputException(
          place(line).toString(), "not valid " + format() + ": " + oneLine(e.getProblem()), e);
    } catch (YamlEngineException e) {
      throw new InvalidInputException(
          source, "not valid " + format() + ": " + oneLine(String.valueOf(e.getMessage())), e);
    }
  }

  private YamlValue value(Event event, int depth) {
    if (depth > MAX_DEPTH) {
      throw error(event, "nested deeper than " + MAX_DEPTH + " levels");
    }
    long before = values;
    count(event, 1);
    if (event instanceof AliasEvent alias) {
      Anchored anchored = anchors.get(alias.getAlias());
      if (anchored == null) {
        throw error(event, "*" + alias.getAlias() + " refers to no finished anchor above it");
      }
      count(event, anchored.size());
      return anchored.value();
    }
    YamlValue value =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case SequenceStartEvent start -> items(start, depth);
          case MappingStartEvent start -> mapping(start, depth);
          default -> throw error(event, "not valid " + format() + ": a value is missing");
        };
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      anchors.put(node.getAnchor().get(), new Anchored(value, values - before));
    }
    return value;
  }

  private void count(Event event, long more) {
    values += more;
    if (values > MAX_VALUES) {
      throw error(
          event, "more than " + MAX_VALUES + " values (aliases counted as often as they are used)");
    }
  }

  private YamlValue.Scalar scalar(ScalarEvent event) {
    refuseTag(event, event.getTag());
    return new YamlValue.Scalar(place(event), event.getValue(), event.isPlain());
  }

  private YamlValue.Items items(SequenceStartEvent start, int depth) {
    refuseTag(start, start.getTag());
    List<YamlValue> items = new ArrayList<>();
    for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
      items.add(value(event, depth + 1));
    }
    return new YamlValue.Items(place(start), items);
  }

  private YamlValue.Mapping mapping(CollectionStartEvent start, int depth) {
    refuseTag(start, start.getTag());
    Map<String, YamlValue.Entry> entries = new LinkedHashMap<>();
    for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
      if (!(event instanceof ScalarEvent key)) {
        throw error(event, "a key must be a plain name");
      }
      count(event, 1);
      String name = scalar(key).text();
      YamlValue.Entry entry = new YamlValue.Entry(place(event), value(next(), depth + 1));
      YamlValue.Entry earlier = entries.putIfAbsent(name, entry);
      if (earlier != null) {
        throw error(event, "key '" + name + "' occurs twice, first at " + earlier.keyPlace());
      }
    }
    return new YamlValue.Mapping(place(start), entries);
  }

  private void refuseTag(Event event, Optional<String> tag) {
    if (tag.isPresent()) {
      throw error(event, "tag " + tag.get() + " is not allowed; write the plain value");
    }
  }

  private Event next() {
    return events.next();
  }

  private Place place(Event event) {
    return place(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
  }

  private Place place(int line) {
    return new Place(source, hasLines ? line : 0);
  }

  private InvalidInputException error(Event event, String message) {
    return new InvalidInputException(place(event).toString(), message);
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip();
  }

  /** What the text should be; JSON is read as the YAML that it is. */
  private String format() {
    return source.endsWith(".json") ? "JSON" : "YAML";
  }
}
