package org.baya.io.hdf5;

import io.jhdf.filter.PipelineFilterWithData;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.baya.error.InvalidInputException;

/**
 * Undoes the filters that nearly all packed files have, deflate and shuffle, without memory of its
 * own for each chunk. Shuffle puts the first bytes of all elements together, then the second ones,
 * and so on. For one thread.
 */
final class ChunkFilters implements AutoCloseable {
  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;

  private static final Set<List<Integer>> KNOWN =
      Set.of(List.of(), List.of(DEFLATE), List.of(SHUFFLE), List.of(SHUFFLE, DEFLATE));

  /** Deflate cannot shrink more than 1032 to 1 (RFC 1951: 258 bytes in two bits). */
  private static final int MOST_RATIO = 1100;

  private static final int SMALL_BYTES = 1024;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final boolean deflated;
  private final boolean shuffled;
  private final int elementBytes;
  private final String place;
  private final Inflater inflater = new Inflater();
  private byte[] unpacked = {};
  private byte[] ordered = {};

  private ChunkFilters(boolean deflated, boolean shuffled, int elementBytes, String place) {
    this.deflated = deflated;
    this.shuffled = shuffled;
    this.elementBytes = elementBytes;
    this.place = place;
  }

  /**
   * What undoes {@code filters}, listed in the order in which they were applied, or nothing if
   * there are others among them.
   */
  static Optional<ChunkFilters> of(
      List<PipelineFilterWithData> filters, int elementBytes, String place) {
    List<Integer> ids = filters.stream().map(PipelineFilterWithData::getId).toList();
    return KNOWN.contains(ids)
        ? Optional.of(
            new ChunkFilters(ids.contains(DEFLATE), ids.contains(SHUFFLE), elementBytes, place))
        : Optional.empty();
  }

  /**
   * The {@code sizeBytes} bytes of a chunk that is stored as {@code raw}, valid until the next
   * call; fewer if it has fewer.
   */
  byte[] undo(ByteBuffer raw, int sizeBytes) {
    if (!deflated && raw.remaining() < sizeBytes) {
      return new byte[0];
    }
    byte[] bytes = deflated ? inflate(raw, sizeBytes) : copy(raw, sizeBytes);
    return shuffled && elementBytes > 1 ? unshuffle(bytes, sizeBytes) : bytes;
  }

  private byte[] copy(ByteBuffer raw, int sizeBytes) {
    unpacked = atLeast(unpacked, sizeBytes);
    raw.get(unpacked, 0, sizeBytes);
    return unpacked;
  }

  private byte[] inflate(ByteBuffer raw, int sizeBytes) {
    if (sizeBytes / MOST_RATIO > raw.remaining() + SMALL_BYTES) {
      throw new InvalidInputException(
          place,
          "has a chunk that claims to unpack from "
              + raw.remaining()
              + " to "
              + sizeBytes
              + " bytes, which is not possible");
    }
    unpacked = atLeast(unpacked, sizeBytes);
    try {
      inflater.reset();
      inflater.setInput(raw);
      int done = 0;
      while (done < sizeBytes) {
        int n = inflater.inflate(unpacked, done, sizeBytes - done);
        if (n == 0
            && (inflater.finished() || inflater.needsInput() || inflater.needsDictionary())) {
          throw new InvalidInputException(
              place, "has a chunk of " + done + " bytes but needs " + sizeBytes);
        }
        done += n;
      }
      // The checksum stands behind the last byte.
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw new InvalidInputException(place, "has a chunk of more than " + sizeBytes + " bytes");
      }
      return unpacked;
    } catch (DataFormatException e) {
      throw new InvalidInputException(
          place, "has a chunk that cannot be unpacked (" + e.getMessage() + ")", e);
    }
  }

  private byte[] unshuffle(byte[] from, int sizeBytes) {
    ordered = atLeast(ordered, sizeBytes);
    byte[] to = ordered;
    int n = sizeBytes / elementBytes;
    switch (elementBytes) {
      case Integer.BYTES -> {
        for (int i = 0; i < n; i++) {
          INTS.set(to, 4 * i, word(from, i, n));
        }
      }
      case Long.BYTES -> {
        for (int i = 0; i < n; i++) {
          long low = word(from, i, n) & 0xFFFFFFFFL;
          LONGS.set(to, 8 * i, low | (long) word(from, 4 * n + i, n) << 32);
        }
      }
      default -> {
        for (int part = 0; part < elementBytes; part++) {
          for (int i = 0; i < n; i++) {
            to[i * elementBytes + part] = from[part * n + i];
          }
        }
      }
    }
    return to;
  }

  /** Four bytes at distance {@code n}, the first one the lowest. */
  private static int word(byte[] from, int at, int n) {
    return from[at] & 0xFF
        | (from[at + n] & 0xFF) << 8
        | (from[at + 2 * n] & 0xFF) << 16
        | from[at + 3 * n] << 24;
  }

  private static byte[] atLeast(byte[] buffer, int sizeBytes) {
    return buffer.length >= sizeBytes ? buffer : new byte[sizeBytes];
  }

  @Override
  public void close() {
    inflater.end();
  }
}
