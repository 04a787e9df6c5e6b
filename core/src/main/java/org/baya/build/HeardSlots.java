package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.compiled.Arrivals;
import org.baya.compiled.SynapseTable;
import org.baya.model.Dynamics;

/**
 * Which input slots of a shard ever get input. Models with many ports rarely use all of them in one
 * neuron, and what a silent port would need of memory passes through the caches in every window. So
 * the neurons of a run are cut where the heard slots of its blocks change.
 */
final class HeardSlots {
  private static final int LANES = Dynamics.LANES;

  /** Synapses for one call of a small loop, which is compiled sooner than a long one. */
  private static final int PIECE = 1 << 12;

  /** Parts of a run have so many blocks on average, or it stays whole. */
  private static final int MIN_BLOCKS = 16;

  /** Per slot of a block, for all its lanes. */
  private final boolean[] heard;

  /** No slot of {@code slots} gets input. */
  HeardSlots(int slots) {
    heard = new boolean[slots / LANES];
  }

  /** Whether it makes a difference to any of these neurons what they hear. */
  static boolean matter(List<ShardLayout.Run> runs) {
    return runs.stream().anyMatch(run -> !run.dynamics().hearing(0).equals(run.dynamics()));
  }

  /** All slots may get input. */
  void addAll() {
    Arrays.fill(heard, true);
  }

  /** Adds the first n slots of those that synapses or stimulators lead to. */
  private void add(char[] slots, int n) {
    for (int from = 0; from < n; from += PIECE) {
      add(slots, from, Math.min(n, from + PIECE));
    }
  }

  /** Adds the slots that the synapses of a table lead to. */
  void add(SynapseTable table) {
    add(table.slots(), table.synapses());
  }

  /** Adds the slots that a stimulator leads to. */
  void add(Arrivals arrivals) {
    add(arrivals.slots(), arrivals.size());
  }

  private void add(char[] slots, int from, int to) {
    boolean[] all = heard;
    for (int i = from; i < to; i++) {
      all[slots[i] / LANES] = true;
    }
  }

  /** The same neurons in the same blocks and slots, without state for silent slots. */
  List<ShardLayout.Run> without(List<ShardLayout.Run> runs) {
    List<ShardLayout.Run> all = new ArrayList<>();
    runs.forEach(run -> all.addAll(without(run)));
    return all;
  }

  private List<ShardLayout.Run> without(ShardLayout.Run run) {
    List<ShardLayout.Run> parts = new ArrayList<>();
    int from = 0;
    Dynamics dynamics = run.dynamics().hearing(heard(run, 0));
    long anywhere = 0;
    for (int block = 0; block < run.blocks(); block++) {
      anywhere |= heard(run, block);
      Dynamics next = run.dynamics().hearing(heard(run, block));
      if (!next.equals(dynamics)) {
        parts.add(part(run, from, block, dynamics));
        from = block;
        dynamics = next;
      }
    }
    parts.add(part(run, from, run.blocks(), dynamics));
    boolean torn = (parts.size() - 1) * MIN_BLOCKS > run.blocks();
    return torn ? List.of(part(run, 0, run.blocks(), run.dynamics().hearing(anywhere))) : parts;
  }

  /** The slots that a block hears, as {@link Dynamics#hearing} wants them. */
  private long heard(ShardLayout.Run run, int block) {
    int slots = run.dynamics().slots();
    int first = run.firstSlot() / LANES + block * slots;
    long mask = slots < Long.SIZE ? -1L << slots : 0;
    for (int slot = 0; slot < Math.min(slots, Long.SIZE); slot++) {
      mask |= heard[first + slot] ? 1L << slot : 0;
    }
    return mask;
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
