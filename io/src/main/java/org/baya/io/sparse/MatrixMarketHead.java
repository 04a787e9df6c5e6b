package org.baya.io.sparse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.text.LinePieces;
import org.baya.io.text.LineReader;

/**
 * The first lines of a MatrixMarket file.
 *
 * @param isArray whether all cells are written
 * @param isPattern whether elements have no values
 * @param symmetry which elements are left out
 * @param elements number of elements that are listed; 0 for an array
 */
record MatrixMarketHead(
    String place,
    boolean isArray,
    boolean isPattern,
    Symmetry symmetry,
    long rows,
    long columns,
    long elements) {
  private static final List<String> LAYOUTS = List.of("coordinate", "array");
  private static final List<String> FIELDS =
      List.of("real", "double", "integer", "unsigned-integer", "pattern");
  private static final List<String> SYMMETRIES = List.of("general", "symmetric", "skew-symmetric");
  private static final int WORDS = 5;

  /** Which elements are written. */
  enum Symmetry {
    /** All. */
    GENERAL,
    /** Those on one side of the diagonal and on it. */
    SYMMETRIC,
    /** Those on one side of the diagonal; the others have the other sign. */
    SKEW
  }

  static MatrixMarketHead read(Path file) {
    try (LinePieces pieces = LinePieces.open(file)) {
      byte[] first = pieces.next().map(LinePieces.Piece::bytes).orElse(new byte[0]);
      LineReader lines = new LineReader(first, ' ');
      List<String> banner = lines.nextLine('\n') ? fields(lines) : List.of();
      if (banner.size() != WORDS || !banner.getFirst().equals("%%matrixmarket")) {
        throw new InvalidInputException(
            file + ":1",
            "is no MatrixMarket file; its first line is"
                + " '%%MatrixMarket matrix coordinate real general' or alike");
      }
      check(file, banner.get(1), "object", List.of("matrix"));
      check(file, banner.get(2), "layout", LAYOUTS);
      check(file, banner.get(3), "kind of number", FIELDS);
      check(file, banner.get(4), "symmetry", SYMMETRIES);
      return read(file, banner, lines);
    }
  }

  private static MatrixMarketHead read(Path file, List<String> banner, LineReader lines) {
    boolean isArray = banner.get(2).equals("array");
    List<String> sizes = lines.nextLine('%') ? fields(lines) : List.of();
    int wanted = isArray ? 2 : 3;
    if (sizes.size() != wanted || !sizes.stream().allMatch(size -> size.matches("\\d{1,18}"))) {
      throw new InvalidInputException(
          file + ":" + lines.lines(),
          "is '"
              + String.join(" ", sizes)
              + "'; allowed are "
              + wanted
              + " sizes: rows columns"
              + (isArray ? "" : " elements"));
    }
    Symmetry symmetry = Symmetry.values()[SYMMETRIES.indexOf(banner.get(4))];
    long rows = Long.parseLong(sizes.get(0));
    long columns = Long.parseLong(sizes.get(1));
    if (symmetry != Symmetry.GENERAL && rows != columns) {
      throw new InvalidInputException(
          file + ":" + lines.lines(), "is " + rows + " x " + columns + " and " + banner.get(4));
    }
    boolean isPattern = banner.get(3).equals("pattern");
    if (isArray && isPattern) {
      throw new InvalidInputException(
          file + ":1", "a pattern has no values to write out; allowed is coordinate");
    }
    return new MatrixMarketHead(
        file.toString(),
        isArray,
        isPattern,
        symmetry,
        rows,
        columns,
        isArray ? 0 : Long.parseLong(sizes.get(2)));
  }

  private static List<String> fields(LineReader lines) {
    List<String> fields = new ArrayList<>();
    while (fields.size() <= WORDS && lines.nextField()) {
      fields.add(lines.text().toLowerCase(Locale.ROOT));
    }
    return fields;
  }

  private static void check(Path file, String word, String what, List<String> known) {
    if (!known.contains(word)) {
      throw new InvalidInputException(
          file + ":1", what + " '" + word + "' is not read; " + Names.hint(word, known));
    }
  }

  /** The row of the first value that is written of a column. */
  long firstRow(long column) {
    return switch (symmetry) {
      case GENERAL -> 0;
      case SYMMETRIC -> column;
      case SKEW -> column + 1;
    };
  }

  /** Number of values of an array. */
  long values() {
    return switch (symmetry) {
      case GENERAL -> rows * columns;
      case SYMMETRIC -> rows * (rows + 1) / 2;
      case SKEW -> rows * (rows - 1) / 2;
    };
  }
}
