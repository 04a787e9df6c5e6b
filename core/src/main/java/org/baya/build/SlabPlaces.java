package org.baya.build;

import java.util.List;
import org.baya.compiled.Slab;
import org.baya.model.Dynamics;

/** Where the neuron of an input slot lies, and what the slot stands for. */
final class SlabPlaces {
  private SlabPlaces() {}

  /** Index of the slab that has a slot. */
  static int slabOf(List<Slab> slabs, int slot) {
    int slab = 0;
    while (slab + 1 < slabs.size() && slabs.get(slab + 1).firstSlot() <= slot) {
      slab++;
    }
    return slab;
  }

  /** Lane of the neuron that has a slot. */
  static int laneOf(Slab slab, int slot) {
    int lanes = Dynamics.LANES;
    int inSlab = slot - slab.firstSlot();
    return inSlab / (slab.dynamics().slots() * lanes) * lanes + inSlab % lanes;
  }

  /**
   * Where in {@link Slab#current()} a current goes that {@link SlotRouter} sent to a slot: slot r
   * of a neuron stands for receptor r.
   */
  static int currentOf(Slab slab, int slot) {
    int receptor = (slot - slab.firstSlot()) / Dynamics.LANES % slab.dynamics().slots();
    return receptor * slab.lanes() + laneOf(slab, slot);
  }
}
