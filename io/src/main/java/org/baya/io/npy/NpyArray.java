package org.baya.io.npy;

import java.lang.foreign.Arena;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.baya.array.Column;
import org.baya.array.JoinedColumn;
import org.baya.array.MemoryRegion;
import org.baya.io.file.HalfFloats;

/** Makes a column of the elements behind a header. */
final class NpyArray {
  private NpyArray() {}

  /** The column over {@code elements}, the {@code header.dataBytes()} bytes after the header. */
  static Column column(NpyHeader header, MemoryRegion elements, Arena arena, String place) {
    MemoryRegion bytes = elements;
    ByteOrder order = header.order();
    if (header.isHalf()) {
      bytes = HalfFloats.widen(elements, order, header.rows() * header.width(), arena, place);
      order = ByteOrder.nativeOrder();
    }
    if (!header.isFortran() || header.width() == 1 || header.rows() <= 1) {
      return bytes.column(header.type(), order, header.rows(), header.width(), place);
    }
    long componentBytes = header.rows() * header.type().sizeBytes();
    List<Column> components = new ArrayList<>();
    for (int j = 0; j < header.width(); j++) {
      MemoryRegion component = bytes.slice(j * componentBytes, componentBytes);
      components.add(
          component.column(header.type(), order, header.rows(), 1, place + "[:, " + j + "]"));
    }
    return new JoinedColumn(components, place);
  }
}
