package org.baya.build;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.baya.connect.EdgeList;
import org.baya.expression.Symbol;
import org.baya.model.DeviceModel;
import org.baya.network.Projection;

/**
 * A projection whose names have been looked up.
 *
 * @param index its number in the network
 * @param synapse what its synapses do
 * @param drop formula for the edges to leave out; its names weight, delay and receptor mean the
 *     final values
 */
record ResolvedProjection(
    Projection description,
    int index,
    ResolvedPopulation from,
    ResolvedPopulation to,
    EdgeList edges,
    ResolvedSynapse synapse,
    Quantity weight,
    Quantity delay,
    Quantity receptor,
    Optional<Quantity.Computed> drop) {

  /** Names of the values that {@code drop} sees in their final form. */
  static final Set<String> FINAL_VALUES = Set.of("weight", "delay", "receptor");

  String name() {
    return description.name();
  }

  String place(String key) {
    return "projections." + name() + "." + key;
  }

  /** Whether its sources send currents. */
  boolean isCurrent() {
    return from.model() instanceof DeviceModel device && device.sendsCurrent();
  }

  /** The same projection with all its edges. */
  ResolvedProjection withoutDrop() {
    return new ResolvedProjection(
        description, index, from, to, edges, synapse, weight, delay, receptor, Optional.empty());
  }

  /** How far its nodes are apart. */
  PairGeometry geometry() {
    return new PairGeometry(from, to, "projections." + name());
  }

  /** What formulas of this projection may read. */
  Set<Symbol> symbols() {
    return symbols(edges.columns(), from, to);
  }

  static Set<Symbol> symbols(Set<String> columns, ResolvedPopulation from, ResolvedPopulation to) {
    Set<Symbol> known = new HashSet<>();
    columns.forEach(column -> known.add(Symbol.plain(column)));
    to.scalarNames().forEach(name -> known.add(Symbol.target(name)));
    from.scalarNames().forEach(name -> known.add(Symbol.source(name)));
    to.axes().forEach(axis -> known.add(Symbol.targetPosition(axis)));
    from.axes().forEach(axis -> known.add(Symbol.sourcePosition(axis)));
    if (!from.axes().isEmpty() && from.axes().equals(to.axes())) {
      known.add(Symbol.DISTANCE);
      from.axes().forEach(axis -> known.add(Symbol.displacement("d" + axis)));
    }
    return known;
  }
}
