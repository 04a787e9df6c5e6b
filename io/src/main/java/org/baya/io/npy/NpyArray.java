package org.baya.io.npy;

import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.baya.array.Column;
import org.baya.array.FileRegion;
import org.baya.array.JoinedColumn;
import org.baya.array.MemoryRegion;
import org.baya.io.file.HalfFloats;

/** Makes a column of the elements behind a header. */
final class NpyArray {
  private NpyArray() {}

  /** The column over {@code elements}, the {@code header.dataBytes()} bytes after the header. */
  static Column column(NpyHeader header, MemoryRegion elements, Arena arena, String place) {
    MemoryRegion bytes =
        header.isHalf()
            ? HalfFloats.widen(
                elements, header.order(), header.rows() * header.width(), arena, place)
            : elements;
    ByteOrder order = header.isHalf() ? ByteOrder.nativeOrder() : header.order();
    return column(
        header,
        place,
        (from, size, rows, width, name) ->
            bytes.slice(from, size).column(header.type(), order, rows, width, name));
  }

  /** The same where the elements lie in a file. */
  static Column column(NpyHeader header, FileRegion elements, Arena arena, String place) {
    if (header.isHalf()) {
      return column(header, elements.map(arena), arena, place);
    }
    return column(
        header,
        place,
        (from, size, rows, width, name) ->
            elements
                .slice(from, size)
                .column(header.type(), header.order(), rows, width, arena, name));
  }

  /** A column of a part of the elements. */
  private interface Part {
    Column column(long from, long sizeBytes, long rows, int width, String place);
  }

  private static Column column(NpyHeader header, String place, Part part) {
    long componentBytes = header.rows() * header.type().sizeBytes();
    if (!header.isFortran() || header.width() == 1 || header.rows() <= 1) {
      return part.column(0, componentBytes * header.width(), header.rows(), header.width(), place);
    }
    List<Column> components = new ArrayList<>();
    for (int j = 0; j < header.width(); j++) {
      components.add(
          part.column(
              j * componentBytes, componentBytes, header.rows(), 1, place + "[:, " + j + "]"));
    }
    return new JoinedColumn(components, place);
  }
}
