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
    slotsByNode = routing == Routing.BY_SIGN ? new int[0] : to.slotsPerNode();
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
        routing == Routing.BY_SIGN
            ? bySign(edges.targets(), edges.receptors(), edges.weights(), n, slotOf, base, places)
            : byReceptor(
                edges.targets(),
                edges.receptors(),
                n,
                slotOf,
                base,
                routing.firstReceptor(),
                slotsByNode,
                places);
    if (wrong < n) {
      throw wrongReceptor(edges, wrong, edges.receptors()[wrong]);
    }
    return places;
  }

  /**
   * Fills {@code places} up to the first wrong receptor and returns its index, n if there is none.
   */
  private static int byReceptor(
      int[] targets,
      double[] receptors,
      int n,
      int[] slotOf,
      int base,
      int firstReceptor,
      int[] slotsByNode,
      int[] places) {
    for (int k = 0; k < n; k++) {
      int target = targets[k];
      int slot = (int) receptors[k] - firstReceptor;
      if (slot + firstReceptor != receptors[k] || slot < 0 || slot >= slotsByNode[target]) {
        return k;
      }
      places[k] = slotOf[base + target] + slot * LANES;
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
    int first = routing.firstReceptor();
    int last =
        routing == Routing.BY_SIGN ? 0 : routing.lastReceptor(slotsByNode[edges.targets()[k]]);
    String allowed = last > first || first > 0 ? first + " to " + last : "0";
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
