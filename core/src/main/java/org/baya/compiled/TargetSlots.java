package org.baya.compiled;

import java.util.Arrays;
import org.baya.model.Dynamics;
import org.baya.model.Routing;

/**
 * Whose the input slots of one shard are.
 *
 * @param node by slot: global number of the neuron, -1 for padding
 * @param port by slot: number of the slot in its neuron, from 0
 * @param receptor by slot: NEST's receptor number
 */
public record TargetSlots(int[] node, int[] port, int[] receptor) {

  /** The slots of a shard. */
  public static TargetSlots of(Shard shard) {
    int[] node = new int[shard.slots()];
    int[] port = new int[shard.slots()];
    int[] receptor = new int[shard.slots()];
    Arrays.fill(node, -1);
    for (Slab slab : shard.slabs()) {
      int slots = slab.dynamics().slots();
      boolean byPort = slab.dynamics().routing() == Routing.BY_PORT;
      for (int lane = 0; lane < slab.lanes(); lane++) {
        int first = slab.firstSlot() + lane / Dynamics.LANES * slots * Dynamics.LANES;
        for (int p = 0; p < slots; p++) {
          int slot = first + p * Dynamics.LANES + lane % Dynamics.LANES;
          node[slot] = slab.node()[lane];
          port[slot] = p;
          receptor[slot] = byPort ? p + 1 : 0;
        }
      }
    }
    return new TargetSlots(node, port, receptor);
  }
}
