package org.baya.io.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.exceptions.HdfException;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.baya.array.MemoryRegion;
import org.baya.error.InvalidInputException;

/**
 * Puts the chunks of a dataset in their places. A dataset of R x W elements is cut into a grid of r
 * x w chunks, all stored whole, those at the far edges with unused elements; a chunk that nothing
 * was written to is not stored. Chunks are unpacked in parallel if the memory they go to may be
 * used by any thread.
 */
final class ChunkedData {
  private final ChunkedDataset dataset;
  private final long rows;
  private final int width;
  private final int chunkRows;
  private final int chunkWidth;
  private final int elementBytes;
  private final int chunkBytes;
  private final String place;

  ChunkedData(ChunkedDataset dataset, long rows, int width, int elementBytes, String place) {
    int[] chunk = dataset.getChunkDimensions();
    this.dataset = dataset;
    this.rows = rows;
    this.width = width;
    this.chunkRows = chunk[0];
    this.chunkWidth = chunk.length > 1 ? chunk[1] : 1;
    this.elementBytes = elementBytes;
    this.place = place;
    if (rows > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          place,
          "has "
              + rows
              + " rows in chunks; allowed is "
              + Integer.MAX_VALUE
              + ", store it contiguously instead");
    }
    if (chunkRows < 1 || chunkWidth < 1) {
      throw new InvalidInputException(
          place, "has chunks of " + chunkRows + " x " + chunkWidth + " elements");
    }
    long bytes = (long) chunkRows * chunkWidth * elementBytes;
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new InvalidInputException(
          place, "has chunks of " + bytes + " bytes; allowed is " + (Integer.MAX_VALUE - 8));
    }
    this.chunkBytes = (int) bytes;
  }

  /** Unpacks all chunks into {@code region}, which holds the fill value where nothing is stored. */
  void read(MemoryRegion region) {
    if (dataset.isEmpty()) {
      return;
    }
    long across = (width + chunkWidth - 1L) / chunkWidth;
    long down = (rows + chunkRows - 1) / chunkRows;
    AtomicLong next = new AtomicLong();
    int workers =
        region.isShared()
            ? (int) Math.min(across * down, ForkJoinPool.getCommonPoolParallelism() + 1)
            : 1;
    IntStream.range(0, workers)
        .parallel()
        .forEach(_ -> {
          try (Chunks chunks = new Chunks(region)) {
            for (long i; (i = next.getAndIncrement()) < across * down; ) {
              chunks.place((int) (i / across * chunkRows), (int) (i % across * chunkWidth));
            }
          }
        });
  }

  /** The chunks that one thread unpacks. */
  private final class Chunks implements AutoCloseable {
    private final MemoryRegion region;
    private final Optional<ChunkFilters> filters;

    Chunks(MemoryRegion region) {
      this.region = region;
      this.filters = ChunkFilters.of(dataset.getFilters(), elementBytes, place);
    }

    void place(int row, int column) {
      byte[] chunk = unpack(row, column);
      if (chunk.length > 0) {
        put(chunk, row, column);
      }
    }

    private void put(byte[] chunk, int row, int column) {
      if (chunk.length < chunkBytes) {
        throw new InvalidInputException(
            place,
            "the chunk at row " + row + " has " + chunk.length + " bytes but needs " + chunkBytes);
      }
      int rowsHere = (int) Math.min(chunkRows, rows - row);
      if (chunkWidth == width) {
        region.put((long) row * width * elementBytes, chunk, 0, rowsHere * width * elementBytes);
        return;
      }
      int bytesHere = Math.min(chunkWidth, width - column) * elementBytes;
      for (int r = 0; r < rowsHere; r++) {
        region.put(
            ((long) (row + r) * width + column) * elementBytes,
            chunk,
            r * chunkWidth * elementBytes,
            bytesHere);
      }
    }

    /** The elements of one chunk, or none if it is not stored. */
    private byte[] unpack(int row, int column) {
      int[] offset =
          dataset.getChunkDimensions().length > 1 ? new int[] {row, column} : new int[] {row};
      try {
        return filters.isPresent()
            ? filters.get().undo(dataset.getRawChunkBuffer(offset), chunkBytes)
            : dataset.getDecompressedChunk(offset);
      } catch (HdfException e) {
        if (isAbsent(e)) {
          return new byte[0];
        }
        throw e;
      }
    }

    @Override
    public void close() {
      filters.ifPresent(ChunkFilters::close);
    }
  }

  /**
   * jHDF tells a chunk that is not stored from one that cannot be read by its messages only;
   * address -1 means "none".
   */
  private static boolean isAbsent(HdfException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    return message.startsWith("No chunk with offset") || message.endsWith("at address -1");
  }
}
