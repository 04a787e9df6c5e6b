package org.baya.io.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Reasons;

/**
 * A text file in pieces of whole lines, which several threads may take and read. A file whose name
 * ends with {@code .gz} is unpacked on the way.
 */
public final class LinePieces implements AutoCloseable {
  private static final int PIECE_BYTES = 1 << 20;
  private static final int MOST_LINE_BYTES = 1 << 26;

  private final String place;
  private final InputStream in;
  private byte[] rest = {};
  private int number;
  private boolean ended;

  private LinePieces(String place, InputStream in) {
    this.place = place;
    this.in = in;
  }

  /**
   * Whole lines of a file.
   *
   * @param number from 0, in the order of the file
   * @param bytes the lines, each with its end, except perhaps the last one of the file
   */
  public record Piece(int number, byte[] bytes) {}

  /**
   * Opens a file.
   *
   * @throws InvalidInputException if it cannot be read
   */
  public static LinePieces open(Path file) {
    try {
      InputStream raw = Files.newInputStream(file);
      return new LinePieces(
          file.toString(),
          file.toString().endsWith(".gz") ? new GZIPInputStream(raw, PIECE_BYTES) : raw);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
  }

  /** The next lines; nothing at the end. */
  public synchronized Optional<Piece> next() {
    if (ended) {
      return Optional.empty();
    }
    byte[] buffer = Arrays.copyOf(rest, Math.max(PIECE_BYTES, 2 * rest.length));
    int filled = rest.length;
    while (true) {
      int n = fill(buffer, filled);
      int end = lastEnd(buffer, filled, filled + n);
      filled += n;
      if (filled < buffer.length || end > 0) {
        ended = filled < buffer.length;
        int size = ended ? filled : end;
        rest = Arrays.copyOfRange(buffer, size, filled);
        return filled == 0
            ? Optional.empty()
            : Optional.of(new Piece(number++, Arrays.copyOf(buffer, size)));
      }
      if (filled > MOST_LINE_BYTES) {
        throw new InvalidInputException(
            place, "has a line of more than " + MOST_LINE_BYTES + " bytes");
      }
      buffer = Arrays.copyOf(buffer, 2 * filled);
    }
  }

  private int fill(byte[] buffer, int from) {
    try {
      return in.readNBytes(buffer, from, buffer.length - from);
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }

  /** Behind the last end of a line in {@code buffer[from..to-1]}; 0 if there is none. */
  private static int lastEnd(byte[] buffer, int from, int to) {
    for (int i = to; i > from; i--) {
      if (buffer[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }

  /** What {@code reader} makes of all pieces that are left, in their order; read in parallel. */
  public <T> List<T> map(Function<Piece, T> reader) {
    Map<Integer, T> results = new ConcurrentSkipListMap<>();
    IntStream.range(0, ForkJoinPool.getCommonPoolParallelism() + 1)
        .parallel()
        .forEach(_ -> {
          Optional<Piece> piece = next();
          while (piece.isPresent()) {
            results.put(piece.get().number(), reader.apply(piece.get()));
            piece = next();
          }
        });
    return new ArrayList<>(results.values());
  }

  private static InvalidInputException unreadable(String place, IOException e) {
    return new InvalidInputException(place, "cannot be read: " + Reasons.of(e), e);
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw unreadable(place, e);
    }
  }
}
