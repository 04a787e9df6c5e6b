package org.baya.io.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baya.error.InvalidInputException;

/**
 * The numbers of a table without quotes, read in parallel without a text for each. Lines are those
 * of the file behind its header; columns that hold no numbers are passed over.
 */
final class NumberColumns {
  private static final int FIRST_ROWS = 1 << 14;

  private final Path file;
  private final char separator;
  private final List<String> header;
  private final boolean[] wanted;

  private NumberColumns(Path file, char separator, List<String> header, boolean[] wanted) {
    this.file = file;
    this.separator = separator;
    this.header = header;
    this.wanted = wanted;
  }

  /**
   * The columns for which {@code wanted} is true; the others are empty. Nothing at all if there is
   * a quote in the file.
   *
   * @throws InvalidInputException naming the first row that is wrong
   */
  static Optional<double[][]> read(
      Path file, char separator, List<String> header, boolean[] wanted) {
    NumberColumns reader = new NumberColumns(file, separator, header, wanted);
    try (LinePieces pieces = LinePieces.open(file)) {
      return reader.join(pieces.map(reader::read));
    }
  }

  /** The rows of one piece up to the first wrong one. */
  private record Part(double[][] columns, int rows, boolean quoted, String failure) {}

  private Part read(LinePieces.Piece piece) {
    byte[] bytes = piece.bytes();
    for (byte b : bytes) {
      if (b == '"') {
        return new Part(new double[0][], 0, true, "");
      }
    }
    LineReader lines = new LineReader(bytes, separator);
    if (piece.number() == 0) {
      lines.nextLine('#');
    }
    double[][] columns = new double[header.size()][];
    for (int j = 0; j < columns.length; j++) {
      columns[j] = new double[wanted[j] ? FIRST_ROWS : 0];
    }
    int rows = 0;
    while (lines.nextLine('#')) {
      String failure = readRow(lines, columns, rows);
      if (!failure.isEmpty()) {
        return new Part(columns, rows, false, failure);
      }
      rows++;
    }
    return new Part(columns, rows, false, "");
  }

  /** Reads one row into {@code columns}; what is wrong with it, or an empty text. */
  private String readRow(LineReader lines, double[][] columns, int row) {
    int j = 0;
    while (lines.nextField()) {
      if (j < columns.length && wanted[j]) {
        if (row == columns[j].length) {
          columns[j] = Arrays.copyOf(columns[j], 2 * row);
        }
        try {
          columns[j][row] = lines.number();
        } catch (NumberFormatException e) {
          return ":" + header.get(j) + ": row %d is '" + lines.text() + "'; allowed is a number";
        }
      }
      j++;
    }
    return j == columns.length
        ? ""
        : ": " + j + " values in row %d; the header names " + columns.length + " columns";
  }

  private Optional<double[][]> join(List<Part> parts) {
    long rows = 0;
    for (Part part : parts) {
      if (part.quoted()) {
        return Optional.empty();
      }
      rows += part.rows();
      if (!part.failure().isEmpty()) {
        throw new InvalidInputException(file + part.failure().replace("%d", Long.toString(rows)));
      }
    }
    if (rows > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          file.toString(), "has " + rows + " rows; allowed in text are " + (Integer.MAX_VALUE - 8));
    }
    double[][] columns = new double[header.size()][];
    List<Part> left = new ArrayList<>(parts);
    for (int j = 0; j < columns.length; j++) {
      columns[j] = new double[wanted[j] ? (int) rows : 0];
      int at = 0;
      for (Part part : left) {
        if (wanted[j]) {
          System.arraycopy(part.columns()[j], 0, columns[j], at, part.rows());
          part.columns()[j] = new double[0];
          at += part.rows();
        }
      }
    }
    return Optional.of(columns);
  }
}
