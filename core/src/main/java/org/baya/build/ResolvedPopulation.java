package org.baya.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.network.Layer;
import org.baya.network.Population;
import org.baya.space.Places;

/** A population with its model, its size and the values of all its parameters. */
final class ResolvedPopulation {
  private final Population population;
  private final Model model;
  private final int index;
  private final int size;
  private final int firstNode;
  private final Map<String, NodeColumn> columns;
  private final SequencedMap<String, double[]> positions;
  private final Map<String, double[]> expanded = new HashMap<>();
  private final Optional<Parameters> common;
  private int[] slotsPerNode = new int[0];

  /**
   * A resolved population.
   *
   * @param index its number in the network
   * @param firstNode global number of its first node
   * @param columns parameters and further columns by name
   * @param positions coordinates by axis
   */
  ResolvedPopulation(
      Population population,
      Model model,
      int index,
      int size,
      int firstNode,
      Map<String, NodeColumn> columns,
      SequencedMap<String, double[]> positions) {
    this.population = population;
    this.model = model;
    this.index = index;
    this.size = size;
    this.firstNode = firstNode;
    this.columns = columns;
    this.positions = positions;
    boolean uniform =
        model.allParameters().stream().allMatch(p -> known(p.name()) instanceof NodeColumn.Uniform);
    common = uniform ? Optional.of(read(0)) : Optional.empty();
  }

  String name() {
    return population.name();
  }

  Population description() {
    return population;
  }

  Model model() {
    return model;
  }

  int index() {
    return index;
  }

  int size() {
    return size;
  }

  int firstNode() {
    return firstNode;
  }

  boolean isNeurons() {
    return model instanceof NeuronModel;
  }

  /** Names that formulas may look up per node. */
  Set<String> scalarNames() {
    Set<String> names = new TreeSet<>();
    columns.forEach((name, column) -> {
      if (column.width() == 1) {
        names.add(name);
      }
    });
    return names;
  }

  /** Names of the axes along which nodes have coordinates, in the order x, y, z. */
  SequencedSet<String> axes() {
    return positions.sequencedKeySet();
  }

  /** Where the nodes lie. */
  Places places() {
    Optional<Layer> layer = population.positions();
    return new Places(
        List.copyOf(positions.values()),
        layer
            .filter(Layer.OnGrid.class::isInstance)
            .map(Layer.OnGrid.class::cast)
            .map(Layer.OnGrid::grid),
        layer.filter(Layer::edgeWrap).flatMap(Layer::extent));
  }

  /** Coordinate of every node along an axis. */
  double[] position(String axis) {
    return Objects.requireNonNull(positions.get(axis), axis);
  }

  /**
   * The values of a name for every node, expanded once; building several projections shares them.
   */
  synchronized double[] perNode(String name) {
    return expanded.computeIfAbsent(
        name,
        wanted -> {
          NodeColumn column = known(wanted);
          double[] all = new double[size];
          for (int node = 0; node < size; node++) {
            all[node] = column.value(node, 0);
          }
          return all;
        });
  }

  /** The parameters of one node; one object serves all nodes where no value differs. */
  Parameters parameters(int node) {
    return common.orElseGet(() -> read(node));
  }

  private Parameters read(int node) {
    return new Parameters(name -> known(name).row(node));
  }

  /** Number of input slots of every neuron. */
  synchronized int[] slotsPerNode() {
    if (slotsPerNode.length != size) {
      int[] sets = sets();
      Map<Integer, Integer> slotsOfSet = new HashMap<>();
      int[] slots = new int[size];
      for (int node = 0; node < size; node++) {
        int number = node;
        slots[node] =
            slotsOfSet.computeIfAbsent(
                sets[node], set -> NeuronKinds.dynamics(this, number).slots());
      }
      slotsPerNode = slots;
    }
    return slotsPerNode;
  }

  /** Whether neurons of one set also start from one state. */
  boolean startsAlikeWithinSets() {
    return model.allParameters().stream()
        .filter(p -> p.kind() == Parameter.Kind.INITIAL)
        .map(p -> known(p.name()))
        .allMatch(column ->
            column instanceof NodeColumn.Uniform
                || column instanceof NodeColumn.ByType && !shapedByNode());
  }

  /**
   * A number for each node such that nodes with the same number share all parameters but initial
   * values; numbers count from 0.
   */
  int[] sets() {
    if (shapedByNode()) {
      return setsByValue();
    }
    int[] types = null;
    for (Parameter parameter : model.allParameters()) {
      if (known(parameter.name()) instanceof NodeColumn.ByType byType) {
        types = byType.typeOf();
      }
    }
    return types == null ? new int[size] : types;
  }

  /**
   * Whether a parameter other than an initial value is given node by node, so that sets do not
   * follow types.
   */
  private boolean shapedByNode() {
    return model.allParameters().stream()
        .anyMatch(p -> p.shapesDynamics() && known(p.name()) instanceof NodeColumn.ByNode);
  }

  private int[] setsByValue() {
    Map<List<Double>, Integer> numbers = new LinkedHashMap<>();
    int[] sets = new int[size];
    for (int node = 0; node < size; node++) {
      List<Double> key = new ArrayList<>();
      for (Parameter parameter : model.allParameters()) {
        if (parameter.shapesDynamics()) {
          for (double value : known(parameter.name()).row(node)) {
            key.add(value);
          }
        }
      }
      Integer number = numbers.putIfAbsent(key, numbers.size());
      sets[node] = number == null ? numbers.size() - 1 : number;
    }
    return sets;
  }

  /** The column of a name that has been checked. */
  private NodeColumn known(String name) {
    return Objects.requireNonNull(columns.get(name), name);
  }
}
