package org.baya.io.sparse;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.npy.NpzFile;
import org.baya.io.npy.NpzSource;

/**
 * Sparse matrices and arrays as {@code scipy.sparse.save_npz} writes them: {@code format}, {@code
 * shape}, {@code data}, and by format
 *
 * <pre>
 * csr  indptr, indices            element i of row r in column indices[i], indptr[r] <= i < indptr[r+1]
 * csc  indptr, indices            the same with rows and columns exchanged
 * coo  row, col (or coords 2 x n) element i in (row[i], col[i])
 * bsr  indptr, indices            csr of blocks, data n x r x c
 * dia  offsets                    data diagonals x length: data[k, j] in (j - offsets[k], j)
 * </pre>
 *
 * Blocks and diagonals are filled up with zeros, so zeros in them are no elements.
 */
public final class SciPyFile {
  private static final List<String> FORMATS = List.of("csr", "csc", "coo", "bsr", "dia");

  private final Path path;
  private final NpzFile file;
  private final long rows;
  private final long columns;

  private SciPyFile(Path path, NpzFile file, long rows, long columns) {
    this.path = path;
    this.file = file;
    this.rows = rows;
    this.columns = columns;
  }

  /**
   * The matrix in an archive, or nothing if the archive holds something else.
   *
   * @throws InvalidInputException if it is a matrix that is wrong, or of an unknown format
   */
  public static Optional<SparseMatrix> open(Path path) {
    NpzFile file = NpzFile.open(path);
    if (!file.names().containsAll(List.of("format", "shape", "data"))) {
      return Optional.empty();
    }
    Optional<String> format = file.text("format");
    if (format.isEmpty()) {
      return Optional.empty();
    }
    if (!FORMATS.contains(format.get())) {
      throw new InvalidInputException(
          path + ":format",
          "unknown sparse format '" + format.get() + "'; " + Names.hint(format.get(), FORMATS));
    }
    long[] shape = longs(file, "shape");
    if (shape.length != 2) {
      throw new InvalidInputException(
          path + ":shape", "has " + shape.length + " dimensions; allowed are two");
    }
    SciPyFile matrix = new SciPyFile(path, file, shape[0], shape[1]);
    return Optional.of(
        new SparseMatrix(path.toString(), shape[0], shape[1], matrix.elements(format.get())));
  }

  private static long[] longs(NpzFile file, String name) {
    try (Arena arena = Arena.ofConfined()) {
      Column column = file.column(name, arena);
      long[] all = new long[Math.toIntExact(column.length())];
      column.read(0, all.length, all, 0);
      return all;
    }
  }

  private SparseMatrix.Elements elements(String format) {
    return switch (format) {
      case "csr", "csc" ->
          new SparseMatrix.Compressed(
              format.equals("csr"), source("indptr"), source("indices"), source("data"));
      case "coo" -> coordinates();
      case "bsr" -> {
        require("indptr");
        require("indices");
        yield Triplets.lazily(path.toString(), this::blocks);
      }
      default -> {
        require("offsets");
        yield Triplets.lazily(path.toString(), this::diagonals);
      }
    };
  }

  private SparseMatrix.Coordinates coordinates() {
    if (!file.names().contains("row") && file.names().contains("coords")) {
      return new SparseMatrix.Coordinates(
          new CoordinateSource(source("coords"), 0),
          new CoordinateSource(source("coords"), 1),
          source("data"));
    }
    return new SparseMatrix.Coordinates(source("row"), source("col"), source("data"));
  }

  private ColumnSource source(String name) {
    require(name);
    return new NpzSource(path, name);
  }

  private void require(String name) {
    if (!file.names().contains(name)) {
      throw new InvalidInputException(
          path.toString(), "is a sparse matrix without '" + name + "'; it has " + file.names());
    }
  }

  private Triplets blocks() {
    long[] pointers = longs(file, "indptr");
    long[] indices = longs(file, "indices");
    try (Arena arena = Arena.ofConfined()) {
      Column data = file.blocks("data", arena);
      long down = Math.max(1, pointers.length - 1L);
      long height = rows / down;
      long width = height == 0 ? 0 : data.width() / height;
      if (height * down != rows
          || height * width != data.width()
          || data.rows() != indices.length
          || pointers.length == 0
          || pointers[0] != 0
          || pointers[pointers.length - 1] != indices.length) {
        throw new InvalidInputException(
            path.toString(),
            "has "
                + data.rows()
                + " blocks of "
                + data.width()
                + " cells, "
                + indices.length
                + " indices and "
                + pointers.length
                + " pointers, which make no matrix of "
                + rows
                + " x "
                + columns);
      }
      Triplets triplets = new Triplets(Triplets.checkedCount(data.length(), path.toString()));
      double[] block = new double[data.width()];
      for (int r = 0; r < down; r++) {
        for (long b = pointers[r]; b < pointers[r + 1]; b++) {
          data.read(b * block.length, block.length, block, 0);
          for (int cell = 0; cell < block.length; cell++) {
            long column = indices[(int) b] * width + cell % width;
            add(triplets, r * height + cell / width, column, block[cell]);
          }
        }
      }
      return triplets;
    }
  }

  private Triplets diagonals() {
    long[] offsets = longs(file, "offsets");
    try (Arena arena = Arena.ofConfined()) {
      Column data = file.column("data", arena);
      if (data.rows() != offsets.length) {
        throw new InvalidInputException(
            path.toString(),
            "has " + data.rows() + " diagonals and " + offsets.length + " offsets");
      }
      Triplets triplets = new Triplets(Triplets.checkedCount(data.length(), path.toString()));
      double[] diagonal = new double[(int) Math.min(data.width(), columns)];
      for (int k = 0; k < offsets.length; k++) {
        data.read((long) k * data.width(), diagonal.length, diagonal, 0);
        for (int j = 0; j < diagonal.length; j++) {
          long row = j - offsets[k];
          if (row >= 0 && row < rows) {
            add(triplets, row, j, diagonal[j]);
          }
        }
      }
      return triplets;
    }
  }

  /** Adds an element unless it is a zero that fills up. */
  private void add(Triplets triplets, long row, long column, double value) {
    if (column < 0 || column >= columns) {
      throw new InvalidInputException(
          path.toString(), "has an element in column " + column + " of " + columns);
    }
    if (value != 0) {
      triplets.add(row, column, value);
    }
  }
}
