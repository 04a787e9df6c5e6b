package org.baya.engine;

import java.util.List;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;

/**
 * Which neuron an input slot of a shard belongs to. Neurons are numbered by lane, through the slabs
 * in their order.
 */
final class SlotMap {
  private final char[] laneOf;
  private final int[] nodeOf;

  /** The map of a shard with {@code slots} input slots. */
  SlotMap(List<Slab> slabs, int slots) {
    laneOf = new char[slots];
    int lanes = 0;
    for (Slab slab : slabs) {
      int perBlock = slab.dynamics().slots() * Dynamics.LANES;
      for (int slot = 0; slot < slab.slots(); slot++) {
        laneOf[slab.firstSlot() + slot] =
            (char) (lanes + slot / perBlock * Dynamics.LANES + slot % Dynamics.LANES);
      }
      lanes += slab.lanes();
    }
    nodeOf = new int[lanes];
    int lane = 0;
    for (Slab slab : slabs) {
      System.arraycopy(slab.node(), 0, nodeOf, lane, slab.lanes());
      lane += slab.lanes();
    }
  }

  /** Number of lanes, padding included. */
  int lanes() {
    return nodeOf.length;
  }

  /** The lane of a slot. */
  int lane(int slot) {
    return laneOf[slot];
  }

  /** Global node number of a slot's neuron. */
  int node(int slot) {
    return nodeOf[laneOf[slot]];
  }
}
