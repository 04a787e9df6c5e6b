package org.baya.build;

import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.Routing;

/** Finds the input slot of an edge from its target, its receptor and the sign of its weight. */
final class SlotRouter {
  private static final int LANES = Dynamics.LANES;

  private final ResolvedProjection projection;
  private final int[] slotOf;
  private final Routing routing;
  private final int[] slotsByNode;
  private final int[] places = new int[EdgeList.BLOCK];

  SlotRouter(ResolvedProjection projection, int[] slotOf) {
    this.projection = projection;
    this.slotOf = slotOf;
    ResolvedPopulation to = projection.to();
    routing = to.size() == 0 || !to.isNeurons() ? Routing.BY_SIGN : NeuronKinds.routing(to);
    slotsByNode = routing == Routing.BY_PORT ? to.slotsPerNode() : new int[0];
  }

  /**
   * Finds the slots of all kept edges of a block.
   *
   * @param n number of kept edges
   * @return {@code shard << 16 | slot} of each; valid until the next call
   */
  int[] route(EdgeEvaluator edges, int n) {
    int base = projection.to().firstNode();
    int wrong =
        routing == Routing.BY_PORT
            ? byPort(edges.targets(), edges.receptors(), n, slotOf, base, slotsByNode, places)
            : bySign(edges.targets(), edges.receptors(), edges.weights(), n, slotOf, base, places);
    if (wrong < n) {
      throw wrongReceptor(edges, wrong, edges.receptors()[wrong]);
    }
    return places;
  }

  /**
   * Fills {@code places} up to the first wrong receptor and returns its index, n if there is none.
   */
  private static int byPort(
      int[] targets,
      double[] receptors,
      int n,
      int[] slotOf,
      int base,
      int[] slotsByNode,
      int[] places) {
    for (int k = 0; k < n; k++) {
      int target = targets[k];
      int port = (int) receptors[k];
      if (port != receptors[k] || port < 1 || port > slotsByNode[target]) {
        return k;
      }
      places[k] = slotOf[base + target] + (port - 1) * LANES;
    }
    return n;
  }

  private static int bySign(
      int[] targets,
      double[] receptors,
      double[] weights,
      int n,
      int[] slotOf,
      int base,
      int[] places) {
    for (int k = 0; k < n; k++) {
      if (receptors[k] != 0) {
        return k;
      }
      places[k] = slotOf[base + targets[k]] + (weights[k] < 0 ? LANES : 0);
    }
    return n;
  }

  private InvalidInputException wrongReceptor(EdgeEvaluator edges, int k, double receptor) {
    ResolvedPopulation to = projection.to();
    String allowed = routing == Routing.BY_PORT ? "1 to " + slotsByNode[edges.targets()[k]] : "0";
    String shown =
        receptor == Math.rint(receptor)
            ? Long.toString((long) receptor)
            : Double.toString(receptor);
    return edges.wrong(
        "receptor",
        k,
        "receptor is "
            + shown
            + "; population '"
            + to.name()
            + "' ("
            + to.model().name()
            + ") has "
            + allowed);
  }
}
