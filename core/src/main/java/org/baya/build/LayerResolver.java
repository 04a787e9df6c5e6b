package org.baya.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.baya.error.InvalidInputException;
import org.baya.network.Layer;
import org.baya.network.Value;
import org.baya.random.Purpose;
import org.baya.space.Extent;
import org.baya.space.Grid;

/** Finds the coordinates of the nodes of one population. */
final class LayerResolver {
  private static final List<String> AXES = List.of("x", "y", "z");

  private final String place;
  private final NodeValues values;
  private final int population;
  private final int size;

  /**
   * A resolver.
   *
   * @param place of the population
   * @param population its number in the network, which addresses random positions
   */
  LayerResolver(String place, NodeValues values, int population, int size) {
    this.place = place + ".positions";
    this.values = values;
    this.population = population;
    this.size = size;
  }

  /** Coordinates by axis, in the order x, y, z. */
  SequencedMap<String, double[]> coordinates(Layer layer) {
    return switch (layer) {
      case Layer.OnGrid onGrid -> onGrid(onGrid.grid());
      case Layer.Free free -> free(free);
    };
  }

  private static SequencedMap<String, double[]> onGrid(Grid grid) {
    SequencedMap<String, double[]> all = new LinkedHashMap<>();
    for (int axis = 0; axis < grid.dimensions(); axis++) {
      all.put(AXES.get(axis), grid.coordinates(axis));
    }
    return all;
  }

  private SequencedMap<String, double[]> free(Layer.Free free) {
    SequencedMap<String, double[]> all = new LinkedHashMap<>();
    for (String name : AXES) {
      Value value = free.coordinates().get(name);
      if (value != null) {
        Purpose purpose = Purpose.POSITION.at(population).at(AXES.indexOf(name));
        all.put(name, expanded(values.of(value, place + "." + name, purpose)));
      }
    }
    List<String> names = new ArrayList<>(all.keySet());
    all.forEach((name, x) -> check(name, names.indexOf(name), x, free.extent()));
    return all;
  }

  private double[] expanded(NodeColumn column) {
    double[] all = new double[size];
    for (int node = 0; node < size; node++) {
      all[node] = column.value(node, 0);
    }
    return all;
  }

  private void check(String name, int axis, double[] coordinates, Optional<Extent> extent) {
    for (int node = 0; node < coordinates.length; node++) {
      double x = coordinates[node];
      if (!Double.isFinite(x)) {
        throw new InvalidInputException(
            place + "." + name, "node " + node + " lies at " + x + "; allowed is a finite number");
      }
      if (extent.isPresent() && !extent.get().contains(axis, x)) {
        throw new InvalidInputException(
            place + "." + name,
            "node "
                + node
                + " lies at "
                + x
                + "; the extent allows "
                + extent.get().lower(axis)
                + " to "
                + extent.get().upper(axis));
      }
    }
  }

  /** Files that tell the coordinates, by axis, as values of a layer. */
  static Map<String, Value.Data> files(Optional<Layer> layer) {
    Map<String, Value.Data> files = new LinkedHashMap<>();
    if (layer.orElse(null) instanceof Layer.Free free) {
      free.coordinates()
          .forEach((axis, value) -> {
            if (value instanceof Value.Data data) {
              files.put(axis, data);
            }
          });
    }
    return files;
  }
}
