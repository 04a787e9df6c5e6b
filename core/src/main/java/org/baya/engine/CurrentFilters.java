package org.baya.engine;

import java.util.Arrays;
import java.util.List;
import org.baya.compiled.CurrentInput;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.compiled.WaveInput;
import org.baya.model.Dynamics;

/**
 * Stimulation currents that pass a synapse's filter: in each step they are input to the filter's
 * slot, like a spike whose weight is current times gain.
 */
final class CurrentFilters {
  private final List<Slab> slabs;

  /** Slab and place in its currents of each filter that any current reaches, ascending. */
  private final long[] filters;

  private final int[] slots;
  private final double[] gains;

  /** The filters that the currents of a shard reach. */
  CurrentFilters(Shard shard) {
    slabs = shard.slabs();
    CurrentInput table = shard.currents();
    long[] reached = withFilters(new long[0], table.slabs(), table.places());
    for (WaveInput wave : shard.waves()) {
      reached = withFilters(reached, wave.slabs(), wave.places());
    }
    filters = distinct(reached);
    slots = new int[filters.length];
    gains = new double[filters.length];
    for (int i = 0; i < filters.length; i++) {
      Slab slab = slabs.get(slab(i));
      int lane = place(i) % slab.lanes();
      int receptor = place(i) / slab.lanes();
      int block = lane / Dynamics.LANES * slab.dynamics().slots();
      slots[i] = slab.firstSlot() + (block + receptor - 1) * Dynamics.LANES + lane % Dynamics.LANES;
      gains[i] =
          slab.dynamics().filterGain(receptor, slab.coefficients(), slab.coefficientIndex(lane));
    }
  }

  private long[] withFilters(long[] before, int[] slab, int[] place) {
    long[] all = Arrays.copyOf(before, before.length + slab.length);
    int n = before.length;
    for (int i = 0; i < slab.length; i++) {
      if (place[i] >= slabs.get(slab[i]).lanes()) {
        all[n++] = (long) slab[i] << 32 | place[i];
      }
    }
    return Arrays.copyOf(all, n);
  }

  private static long[] distinct(long[] values) {
    Arrays.sort(values);
    int n = 0;
    for (long value : values) {
      if (n == 0 || values[n - 1] != value) {
        values[n++] = value;
      }
    }
    return Arrays.copyOf(values, n);
  }

  private int slab(int i) {
    return (int) (filters[i] >>> 32);
  }

  private int place(int i) {
    return (int) filters[i];
  }

  /**
   * Adds the present currents to the input of some steps.
   *
   * @param sum input; modified
   * @param at the slice of the first step
   * @param stride distance of two slices
   */
  void add(double[] sum, int at, int stride, int steps) {
    for (int i = 0; i < filters.length; i++) {
      double input = gains[i] * slabs.get(slab(i)).current()[place(i)];
      for (int n = 0; n < steps; n++) {
        sum[at + n * stride + slots[i]] += input;
      }
    }
  }
}
