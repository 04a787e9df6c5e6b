package org.baya.io.experiment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.baya.array.ColumnSource;
import org.baya.error.InvalidInputException;
import org.baya.network.Layer;
import org.baya.network.Value;
import org.baya.space.Extent;

/**
 * Reads {@code positions} of a population: a grid ({@code shape}) or coordinates by axis, with
 * {@code extent}, {@code center} and {@code edge_wrap}.
 */
final class LayerReader {
  private static final List<String> AXES = List.of("x", "y", "z");

  private final ColumnReader columns;
  private final ValueReader values;

  LayerReader(ColumnReader columns, ValueReader values) {
    this.columns = columns;
    this.values = values;
  }

  /** The layer of a section, or nothing and problems. */
  Optional<Layer> layer(Section section) {
    try (section) {
      Optional<List<Double>> extent = section.field("extent").flatMap(Field::numberList);
      Optional<List<Double>> center = section.field("center").flatMap(Field::numberList);
      boolean edgeWrap = section.field("edge_wrap").flatMap(Field::flag).orElse(false);
      if (section.has("shape")) {
        return section
            .field("shape")
            .flatMap(Field::wholeList)
            .flatMap(shape -> attempt(section, () -> grid(shape, extent, center, edgeWrap)));
      }
      Map<String, Value> coordinates = coordinates(section);
      if (!section.has("x") && !coordinates.containsKey("x")) {
        section.problem(
            "needs 'shape' for a grid, or 'x': positions [um], and y and z for more dimensions");
        return Optional.empty();
      }
      if (AXES.stream().anyMatch(axis -> section.has(axis) && !coordinates.containsKey(axis))) {
        return Optional.empty(); // what is wrong with that axis has been told
      }
      if (center.isPresent() && extent.isEmpty()) {
        section.problem("'center' is that of an extent; needs 'extent' too");
      }
      return attempt(
          section,
          () -> new Layer.Free(coordinates, extent.map(size -> extent(size, center)), edgeWrap));
    }
  }

  private static Layer grid(
      List<Integer> shape,
      Optional<List<Double>> extent,
      Optional<List<Double>> center,
      boolean edgeWrap) {
    List<Double> size = extent.orElse(Collections.nCopies(shape.size(), 1.0));
    return Layer.grid(shape, size, extent(size, center).center(), edgeWrap);
  }

  private static Extent extent(List<Double> size, Optional<List<Double>> center) {
    return new Extent(size, center.orElse(Collections.nCopies(size.size(), 0.0)));
  }

  private Map<String, Value> coordinates(Section section) {
    Optional<DataFile> file = columns.file(section);
    Map<String, Value> coordinates = new LinkedHashMap<>();
    boolean named = section.has("columns") || AXES.stream().anyMatch(section::has);
    Map<String, ColumnSource> given =
        named || file.isEmpty()
            ? columns.named(section, file)
            : columns.table(section.field("file").orElseThrow(), file.get());
    given.forEach((axis, column) -> {
      if (AXES.contains(axis)) {
        coordinates.put(axis, Value.of(column));
      }
    });
    for (String axis : AXES) {
      section
          .field(axis)
          .flatMap(field -> coordinate(field, file))
          .ifPresent(value -> coordinates.put(axis, value));
    }
    return coordinates;
  }

  /** A text with a bracket is a formula, any other the name of a column. */
  private Optional<Value> coordinate(Field field, Optional<DataFile> file) {
    boolean computed =
        field.isNumber() || field.isScalar() && field.text().orElse("").contains("(");
    return computed ? values.value(field) : columns.column(field, file).map(Value::of);
  }

  private static Optional<Layer> attempt(Section section, Supplier<Layer> action) {
    try {
      return Optional.of(action.get());
    } catch (InvalidInputException e) {
      section.problem(e.getMessage());
      return Optional.empty();
    }
  }
}
