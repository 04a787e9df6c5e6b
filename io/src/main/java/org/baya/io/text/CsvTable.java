package org.baya.io.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;

/**
 * A text table with a header line, separated by commas, semicolons, tabs or spaces (whatever the
 * header uses). Lines that start with {@code #} are comments. Numbers are read in parallel; texts,
 * and tables with quotes, as a whole at the first access to a value.
 */
public final class CsvTable {
  /** Columns of more numbers than this are handed out once. */
  private static final int MOST_KEPT = 1 << 16;

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** Wider tables are matrices, which belong into binary files. */
  private static final int MOST_COLUMNS = 1 << 16;

  private final Path file;
  private final CSVFormat format;
  private final List<String> header;
  private final char separator;
  private List<String[]> rows = List.of();
  private boolean read;
  private boolean[] numeric = {};
  private SoftReference<Map<String, double[]>> parsed = new SoftReference<>(Map.of());

  private CsvTable(Path file, char separator, CSVFormat format, List<String> header) {
    this.file = file;
    this.separator = separator;
    this.format = format;
    this.header = header;
  }

  /**
   * Reads the header of {@code file}.
   *
   * @throws InvalidInputException if there is no such file or it has no header
   */
  public static CsvTable open(Path file) {
    try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
      String first =
          lines
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .findFirst()
              .orElseThrow(() ->
                  new InvalidInputException(
                      file.toString(), "is empty; a header line with column names is needed"))
              .replaceFirst("^" + BYTE_ORDER_MARK, "");
      requireFewColumns(file, first);
      CSVFormat format =
          CSVFormat.Builder.create()
              .setDelimiter(separator(first))
              .setQuote('"')
              .setCommentMarker('#')
              .setIgnoreEmptyLines(true)
              .setIgnoreSurroundingSpaces(true)
              .setHeader()
              .setSkipHeaderRecord(true)
              .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
              .get();
      String header = separator(first) == ' ' ? SingleBlanks.of(first) : first;
      try (CSVParser parser = CSVParser.parse(header, format)) {
        return new CsvTable(file, separator(first), format, List.copyOf(parser.getHeaderNames()));
      }
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file.toString(), "no such file", e);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
  }

  private CSVParser parser() throws IOException {
    return separator == ' '
        ? CSVParser.parse(
            new SingleBlanks(Files.newBufferedReader(file, StandardCharsets.UTF_8)), format)
        : CSVParser.parse(file, StandardCharsets.UTF_8, format);
  }

  private static void requireFewColumns(Path file, String header) {
    char separator = separator(header);
    long columns = 1 + header.chars().filter(c -> c == separator).count();
    if (columns > MOST_COLUMNS) {
      throw new InvalidInputException(
          file.toString(),
          "has "
              + columns
              + " columns; allowed are "
              + MOST_COLUMNS
              + ". Keep wide arrays in .npy, .npz or .h5 files");
    }
  }

  private static char separator(String header) {
    for (char candidate : new char[] {'\t', ';', ','}) {
      if (header.indexOf(candidate) >= 0) {
        return candidate;
      }
    }
    return ' ';
  }

  /** Column names in the order of the file. */
  public List<String> header() {
    return header;
  }

  /** Where column {@code name} is, for messages. */
  public String place(String name) {
    return file + ":" + name;
  }

  /**
   * Fails unless there is a column {@code name}.
   *
   * @throws InvalidInputException with the nearest name
   */
  public void require(String name) {
    if (!header.contains(name)) {
      throw new InvalidInputException(
          file.toString(), "no column '" + name + "'; " + Names.hint(name, header));
    }
  }

  /** The texts of column {@code name}, one per row. */
  public synchronized List<String> texts(String name) {
    require(name);
    readRows();
    int j = header.indexOf(name);
    return rows.stream().map(row -> row[j]).toList();
  }

  /** Whether the first row of column {@code name} is a number. */
  public boolean isNumeric(String name) {
    require(name);
    return numeric()[header.indexOf(name)];
  }

  /** Whether the first row of each column is a number. */
  private synchronized boolean[] numeric() {
    if (numeric.length != header.size()) {
      numeric = new boolean[header.size()];
      Arrays.fill(numeric, true);
      try (CSVParser parser = parser()) {
        Iterator<CSVRecord> records = parser.iterator();
        if (records.hasNext()) {
          CSVRecord first = records.next();
          for (int j = 0; j < Math.min(first.size(), numeric.length); j++) {
            numeric[j] = isNumber(first.get(j));
          }
        }
      } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
        throw unreadable(file, e);
      }
    }
    return numeric;
  }

  /**
   * The numbers of column {@code name}, one per row. The first call reads those of all columns; of
   * a long table each column is kept until it was asked for.
   */
  public synchronized double[] numbers(String name) {
    require(name);
    Map<String, double[]> known = parsed.get();
    if (known == null || !known.containsKey(name)) {
      known = parse(name);
      parsed = new SoftReference<>(known);
    }
    double[] numbers = Objects.requireNonNull(known.get(name));
    if (numbers.length > MOST_KEPT) {
      known.remove(name);
    }
    return numbers;
  }

  /** The columns that seem to be numbers, and in any case {@code name}. */
  private Map<String, double[]> parse(String name) {
    boolean[] wanted = numeric().clone();
    wanted[header.indexOf(name)] = true;
    try {
      return parse(wanted);
    } catch (InvalidInputException e) {
      // Perhaps of a column that nobody asks for.
      boolean[] one = new boolean[header.size()];
      one[header.indexOf(name)] = true;
      return parse(one);
    }
  }

  private Map<String, double[]> parse(boolean[] wanted) {
    Optional<double[][]> columns = NumberColumns.read(file, separator, header, wanted);
    Map<String, double[]> numbers = new HashMap<>();
    for (int j = 0; j < wanted.length; j++) {
      if (wanted[j]) {
        String name = header.get(j);
        numbers.put(name, columns.isPresent() ? columns.get()[j] : quotedNumbers(name));
      }
    }
    return numbers;
  }

  private double[] quotedNumbers(String name) {
    List<String> texts = texts(name);
    double[] numbers = new double[texts.size()];
    for (int i = 0; i < numbers.length; i++) {
      try {
        numbers[i] = NumberText.parse(texts.get(i));
      } catch (NumberFormatException e) {
        throw new InvalidInputException(
            place(name), "row " + i + " is '" + texts.get(i) + "'; allowed is a number", e);
      }
    }
    return numbers;
  }

  private static boolean isNumber(String text) {
    try {
      NumberText.parse(text);
      return true;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void readRows() {
    if (read) {
      return;
    }
    List<String[]> all = new ArrayList<>();
    try (CSVParser parser = parser()) {
      for (CSVRecord record : parser) {
        if (record.size() != header.size()) {
          String found = record.size() + " values in row " + all.size();
          throw new InvalidInputException(
              file.toString(), found + "; the header names " + header.size() + " columns");
        }
        all.add(Arrays.copyOf(record.values(), header.size()));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    rows = all;
    read = true;
  }

  private static InvalidInputException unreadable(Path file, Exception e) {
    return new InvalidInputException(
        file.toString(), "cannot be read as a table (" + e.getMessage() + ")", e);
  }
}
