package org.baya.io.hdf5;

import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.DatasetBase;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.baya.array.Column;
import org.baya.array.FileRegion;
import org.baya.array.MemoryRegion;
import org.baya.error.InvalidInputException;
import org.baya.io.file.HalfFloats;

/** A dataset that was checked to hold numbers in one or two dimensions. */
final class NumberDataset {
  private final Dataset dataset;
  private final Path file;
  private final long fileBytes;
  private final NumberType type;
  private final long rows;
  private final int width;
  private final String place;

  NumberDataset(Dataset dataset, Path file, long fileBytes, String place) {
    long[] sizes = dataset.getDimensionsAsLong();
    if (sizes.length > 2) {
      throw new InvalidInputException(
          place, "has " + sizes.length + " dimensions; allowed are one or two");
    }
    this.dataset = dataset;
    this.file = file;
    this.fileBytes = fileBytes;
    this.place = place;
    this.type =
        NumberType.of(dataset.getDataType())
            .orElseThrow(() ->
                new InvalidInputException(
                    place,
                    "holds "
                        + NumberType.describe(dataset.getDataType())
                        + "; allowed are whole and real numbers"));
    this.rows = sizes.length == 0 ? dataset.getSize() : sizes[0];
    long second = sizes.length < 2 ? 1 : sizes[1];
    if (rows < 0
        || second < 1
        || second > Integer.MAX_VALUE
        || rows > Long.MAX_VALUE / Long.BYTES / second) {
      throw new InvalidInputException(
          place, "has the shape (" + rows + ", " + second + "), which is not possible");
    }
    this.width = (int) second;
  }

  DatasetInfo info() {
    return new DatasetInfo(place, type.type(), rows, width, isContiguous() && !type.isHalf());
  }

  /** The numbers, mapped where they can be. */
  Column column(Arena arena) {
    if (isContiguous() && !type.isHalf()) {
      return region().column(type.type(), type.order(), rows, width, arena, place);
    }
    MemoryRegion stored = isContiguous() ? region().map(arena) : decode(arena);
    if (type.isHalf()) {
      MemoryRegion floats = HalfFloats.widen(stored, type.order(), rows * width, arena, place);
      return floats.column(type.type(), ByteOrder.nativeOrder(), rows, width, place);
    }
    return stored.column(type.type(), type.order(), rows, width, place);
  }

  /** Whether the data are one stretch of the file; one that was never written to has no address. */
  private boolean isContiguous() {
    return dataset instanceof ContiguousDataset contiguous
        && (contiguous.getDataAddress() >= 0 || rows == 0);
  }

  private long storedBytes() {
    return rows * width * type.storedBytes();
  }

  private FileRegion region() {
    long start =
        rows == 0
            ? 0
            : dataset.getHdfFile().getUserBlockSize()
                + ((ContiguousDataset) dataset).getDataAddress();
    return new FileRegion(file, start, storedBytes(), place);
  }

  private MemoryRegion decode(Arena arena) {
    requirePossible();
    MemoryRegion region = MemoryRegion.allocate(storedBytes(), arena, place);
    if (region.sizeBytes() > 0 && dataset.getFillValue() instanceof Number fill) {
      byte[] element = type.encode(fill);
      if (!isZero(element)) {
        region.fill(element);
      }
    }
    if (dataset instanceof ChunkedDataset chunked) {
      new ChunkedData(chunked, rows, width, type.storedBytes(), place).read(region);
    } else if (!(dataset instanceof ContiguousDataset) && region.sizeBytes() > 0) {
      ByteBuffer compact = ((DatasetBase) dataset).getDataBuffer();
      byte[] bytes = new byte[Math.toIntExact(storedBytes())];
      compact.get(bytes);
      region.put(0, bytes, 0, bytes.length);
    }
    return region;
  }

  private void requirePossible() {
    if (storedBytes() / Hdf5File.MOST_RATIO > fileBytes + Hdf5File.SMALL_BYTES) {
      throw new InvalidInputException(
          place,
          "claims "
              + storedBytes()
              + " bytes, which a file of "
              + fileBytes
              + " bytes cannot hold");
    }
  }

  private static boolean isZero(byte[] element) {
    for (byte b : element) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }
}
