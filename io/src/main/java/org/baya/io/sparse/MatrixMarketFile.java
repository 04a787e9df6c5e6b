package org.baya.io.sparse;

import java.nio.file.Path;
import java.util.List;
import org.baya.array.Column;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.io.sparse.MatrixMarketHead.Symmetry;
import org.baya.io.text.LinePieces;
import org.baya.io.text.LineReader;

/**
 * A MatrixMarket file (R. Boisvert, R. Pozo, K. Remington, The Matrix Market exchange formats,
 * NISTIR 5935, 1996), packed by gzip or not:
 *
 * <pre>
 * %%MatrixMarket matrix coordinate|array real|integer|pattern general|symmetric|skew-symmetric
 * % comments
 * rows columns elements                    coordinate; then one line "row column value" each, from 1
 * rows columns                             array; then one value a line, column by column
 * </pre>
 *
 * Of a symmetric matrix only the elements below the diagonal and on it are written, of a
 * skew-symmetric one only those below; the others are added here. An element of a pattern is 1.
 */
public final class MatrixMarketFile {
  /** Cells of a matrix that is written out: 1 GB of doubles. */
  private static final long MOST_CELLS = 1L << 27;

  private final Path file;
  private final MatrixMarketHead head;

  private MatrixMarketFile(Path file, MatrixMarketHead head) {
    this.file = file;
    this.head = head;
  }

  /**
   * Reads the head of a file.
   *
   * @throws InvalidInputException if it is no MatrixMarket file, or of a kind that is not known
   */
  public static MatrixMarketFile open(Path file) {
    return new MatrixMarketFile(file, MatrixMarketHead.read(file));
  }

  /** Whether all cells are written. */
  public boolean isDense() {
    return head.isArray();
  }

  /** The matrix of a file that lists elements; they are read when they are wanted. */
  public SparseMatrix sparse() {
    Triplets.checkedCount(2 * head.elements(), head.place());
    return new SparseMatrix(
        head.place(), head.rows(), head.columns(), Triplets.lazily(head.place(), this::elements));
  }

  /** The matrix of a file that writes all cells, rows x columns. */
  public Column dense() {
    if (head.columns() < 1
        || head.rows() > MOST_CELLS
        || head.columns() > MOST_CELLS
        || head.rows() * head.columns() > MOST_CELLS) {
      throw new InvalidInputException(
          head.place(),
          "has " + head.rows() + " x " + head.columns() + " cells; allowed are 1 to " + MOST_CELLS);
    }
    Triplets values = read(head.values(), "values", this::valueLine);
    double[] cells = new double[(int) (head.rows() * head.columns())];
    int next = 0;
    for (long column = 0; column < head.columns(); column++) {
      for (long row = head.firstRow(column); row < head.rows(); row++) {
        double value = values.value(next++);
        cells[(int) (row * head.columns() + column)] = value;
        if (head.symmetry() != Symmetry.GENERAL) {
          cells[(int) (column * head.columns() + row)] = mirrored(value, row != column);
        }
      }
    }
    return SegmentColumn.matrix(head.place(), (int) head.columns(), cells);
  }

  private double mirrored(double value, boolean other) {
    return other && head.symmetry() == Symmetry.SKEW ? -value : value;
  }

  private Triplets elements() {
    Triplets given = read(head.elements(), "elements", this::elementLine);
    if (head.symmetry() == Symmetry.GENERAL) {
      return given;
    }
    Triplets all = new Triplets(2 * given.size());
    for (int i = 0; i < given.size(); i++) {
      all.add(given.row(i), given.column(i), given.value(i));
      if (given.row(i) != given.column(i)) {
        all.add(given.column(i), given.row(i), mirrored(given.value(i), true));
      }
    }
    return all;
  }

  /** Adds what a line tells; says what is wrong with it, or nothing. */
  private interface LineParser {
    String parse(LineReader line, Triplets to);
  }

  /** What one piece of the file tells, up to the first wrong line. */
  private record Part(Triplets triplets, long lines, String failure) {}

  private Triplets read(long wanted, String what, LineParser parser) {
    List<Part> parts;
    try (LinePieces pieces = LinePieces.open(file)) {
      parts = pieces.map(piece -> read(piece, wanted, parser));
    }
    long found = 0;
    long lines = 0;
    for (Part part : parts) {
      lines += part.lines();
      if (!part.failure().isEmpty()) {
        throw new InvalidInputException(head.place() + ":" + lines, part.failure());
      }
      found += part.triplets().size();
    }
    if (found != wanted) {
      throw new InvalidInputException(
          head.place(), "has " + found + " " + what + "; its sizes tell " + wanted);
    }
    Triplets all = new Triplets(Triplets.checkedCount(found, head.place()));
    parts.forEach(part -> all.addAll(part.triplets()));
    return all;
  }

  private Part read(LinePieces.Piece piece, long most, LineParser parser) {
    LineReader lines = new LineReader(piece.bytes(), ' ');
    if (piece.number() == 0) {
      lines.nextLine('%'); // the sizes
    }
    Triplets triplets = new Triplets(0);
    while (lines.nextLine('%')) {
      String failure =
          triplets.size() < most
              ? parser.parse(lines, triplets)
              : "stands behind the last of " + most + " that the sizes tell";
      if (!failure.isEmpty()) {
        return new Part(triplets, lines.lines(), failure);
      }
    }
    return new Part(triplets, lines.lines(), "");
  }

  private String valueLine(LineReader line, Triplets to) {
    line.nextField();
    try {
      to.add(0, 0, line.number());
    } catch (NumberFormatException e) {
      return "'" + line.text() + "' is no number";
    }
    return line.nextField() ? "has more than one value" : "";
  }

  private String elementLine(LineReader line, Triplets to) {
    double[] fields = new double[head.isPattern() ? 2 : 3];
    for (int i = 0; i < fields.length; i++) {
      if (!line.nextField()) {
        return "has " + i + " numbers; allowed are " + fields.length;
      }
      try {
        fields[i] = line.number();
      } catch (NumberFormatException e) {
        return "'" + line.text() + "' is no number";
      }
    }
    if (line.nextField()) {
      return "has more than " + fields.length + " numbers";
    }
    String wrong = outside(fields[0], head.rows(), "row");
    wrong = wrong.isEmpty() ? outside(fields[1], head.columns(), "column") : wrong;
    if (wrong.isEmpty()) {
      to.add((long) fields[0] - 1, (long) fields[1] - 1, head.isPattern() ? 1 : fields[2]);
    }
    return wrong;
  }

  private static String outside(double number, long most, String what) {
    boolean inside = number >= 1 && number <= most && number == Math.rint(number);
    String text = number == Math.rint(number) ? Long.toString((long) number) : "" + number;
    return inside ? "" : what + " is " + text + "; allowed is 1 to " + most;
  }
}
