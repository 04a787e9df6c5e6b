package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.compiled.Arrivals;
import org.baya.model.Dynamics;

/**
 * Which input slots of a shard ever get input. Models with many ports rarely use all of them in one
 * neuron, and what a silent port would need of memory passes through the caches in every window. So
 * the neurons of a run are cut where the heard slots of its blocks change.
 */
final class HeardSlots {
  private static final int LANES = Dynamics.LANES;

  /** Per slot of a block, for all its lanes. */
  private final boolean[] heard;

  /** No slot of {@code slots} gets input. */
  HeardSlots(int slots) {
    heard = new boolean[slots / LANES];
  }

  /** All slots may get input. */
  void addAll() {
    Arrays.fill(heard, true);
  }

  /** Adds the slots that synapses lead to. */
  void add(char[] slots) {
    for (char slot : slots) {
      heard[slot / LANES] = true;
    }
  }

  /** Adds the slots that a stimulator reaches. */
  void add(Arrivals arrivals) {
    add(arrivals.slots());
  }

  /** The same neurons in the same blocks and slots, without state for silent slots. */
  List<ShardLayout.Run> without(List<ShardLayout.Run> runs) {
    List<ShardLayout.Run> all = new ArrayList<>();
    for (ShardLayout.Run run : runs) {
      int from = 0;
      Dynamics dynamics = dynamics(run, 0);
      for (int block = 1; block < run.blocks(); block++) {
        Dynamics next = dynamics(run, block);
        if (!next.equals(dynamics)) {
          all.add(part(run, from, block, dynamics));
          from = block;
          dynamics = next;
        }
      }
      all.add(part(run, from, run.blocks(), dynamics));
    }
    return all;
  }

  private Dynamics dynamics(ShardLayout.Run run, int block) {
    int slots = run.dynamics().slots();
    int first = run.firstSlot() / LANES + block * slots;
    long mask = slots < Long.SIZE ? -1L << slots : 0;
    for (int slot = 0; slot < Math.min(slots, Long.SIZE); slot++) {
      mask |= heard[first + slot] ? 1L << slot : 0;
    }
    return run.dynamics().hearing(mask);
  }

  private static ShardLayout.Run part(ShardLayout.Run run, int from, int to, Dynamics dynamics) {
    int end = Math.min(run.nodes().length, to * LANES);
    return new ShardLayout.Run(
        run.population(),
        dynamics,
        Arrays.copyOfRange(run.nodes(), from * LANES, end),
        Arrays.copyOfRange(run.sets(), from * LANES, end),
        run.firstSlot() + from * LANES * run.dynamics().slots());
  }
}
