package org.baya.build;

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

  SlotRouter(ResolvedProjection projection, int[] slotOf) {
    this.projection = projection;
    this.slotOf = slotOf;
    ResolvedPopulation to = projection.to();
    routing = to.size() == 0 ? Routing.BY_SIGN : NeuronKinds.routing(to);
    slotsByNode = routing == Routing.BY_PORT ? to.slotsPerNode() : new int[0];
  }

  /** {@code shard << 16 | slot} of kept edge k. */
  int place(EdgeEvaluator edges, int k) {
    int place = slotOf[projection.to().firstNode() + edges.target(k)];
    double receptor = edges.receptor(k);
    if (routing == Routing.BY_PORT) {
      int port = (int) receptor;
      if (port != receptor || port < 1 || port > slotsByNode[edges.target(k)]) {
        throw wrongReceptor(edges, k, receptor);
      }
      return place + (port - 1) * LANES;
    }
    if (receptor != 0) {
      throw wrongReceptor(edges, k, receptor);
    }
    return edges.weight(k) < 0 ? place + LANES : place;
  }

  private InvalidInputException wrongReceptor(EdgeEvaluator edges, int k, double receptor) {
    ResolvedPopulation to = projection.to();
    String allowed = routing == Routing.BY_PORT ? "1 to " + slotsByNode[edges.target(k)] : "0";
    String shown = receptor == Math.rint(receptor) ? Long.toString((long) receptor) : Double.toString(receptor);
    return edges.wrong(
        "receptor", k, "receptor is " + shown + "; population '" + to.name() + "' (" + to.model().name() + ") has " + allowed);
  }
}
