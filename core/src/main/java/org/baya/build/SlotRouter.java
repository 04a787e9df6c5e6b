package org.baya.build;

import java.util.Arrays;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.model.Dynamics;
import org.baya.model.Routing;

/**
 * Finds the input slot of an edge from its target, its receptor and the sign of its weight.
 * Currents have receptors of their own: 0 the membrane, then those with a filter; slot r of the
 * target stands for receptor r.
 */
final class SlotRouter {
  private static final int LANES = Dynamics.LANES;

  private final ResolvedProjection projection;
  private final int[] slotOf;
  private final boolean bySign;
  private final int firstReceptor;
  private final int[] receptorsByNode;
  private final int[] places = new int[EdgeList.BLOCK];

  SlotRouter(ResolvedProjection projection, int[] slotOf) {
    this.projection = projection;
    this.slotOf = slotOf;
    ResolvedPopulation to = projection.to();
    boolean current = projection.isCurrent();
    Routing routing = to.size() == 0 || !to.isNeurons() ? Routing.BY_SIGN : NeuronKinds.routing(to);
    bySign = routing == Routing.BY_SIGN && !current;
    firstReceptor = current ? 0 : routing.firstReceptor();
    if (current) {
      receptorsByNode = new int[to.size()];
      Arrays.fill(receptorsByNode, 1 + NeuronKinds.filteredCurrents(to));
    } else {
      receptorsByNode = bySign ? new int[0] : to.slotsPerNode();
    }
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
        bySign
            ? bySign(edges.targets(), edges.receptors(), edges.weights(), n, slotOf, base, places)
            : byReceptor(
                edges.targets(),
                edges.receptors(),
                n,
                slotOf,
                base,
                firstReceptor,
                receptorsByNode,
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
      int[] receptorsByNode,
      int[] places) {
    for (int k = 0; k < n; k++) {
      int target = targets[k];
      int slot = (int) receptors[k] - firstReceptor;
      if (slot + firstReceptor != receptors[k] || slot < 0 || slot >= receptorsByNode[target]) {
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
    long others = 0;
    for (int k = 0; k < n; k++) {
      others |= magnitude(receptors[k]);
      places[k] = slotOf[base + targets[k]] + LANES * negative(weights[k]);
    }
    if (others == 0) {
      return n;
    }
    int k = 0;
    while (receptors[k] == 0) {
      k++;
    }
    return k;
  }

  /** 0 for both zeros only. */
  private static long magnitude(double value) {
    return Double.doubleToRawLongBits(value) << 1;
  }

  /** 1 for numbers below 0, otherwise 0; a sum with 0 is never the negative zero. */
  private static int negative(double value) {
    return (int) (Double.doubleToRawLongBits(value + 0.0) >>> Long.SIZE - 1);
  }

  private InvalidInputException wrongReceptor(EdgeEvaluator edges, int k, double receptor) {
    ResolvedPopulation to = projection.to();
    int last = bySign ? 0 : firstReceptor + receptorsByNode[edges.targets()[k]] - 1;
    String allowed = last > 0 ? firstReceptor + " to " + last : "0";
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
            + allowed
            + (projection.isCurrent() ? " for currents" : ""));
  }
}
