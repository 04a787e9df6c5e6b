package org.baya.engine;

import java.util.ArrayList;
import java.util.List;
import org.baya.compiled.CurrentInput;
import org.baya.compiled.Shard;
import org.baya.compiled.Slab;
import org.baya.compiled.WaveInput;

/**
 * Sets the stimulation currents of one shard's neurons: a table of changes, and currents that
 * change all the time. The current of a neuron is the sum of its table and its waves, in the order
 * of projections.
 */
final class CurrentDrive {
  private final List<Slab> slabs;
  private final CurrentInput table;
  private final List<WaveSource> waves = new ArrayList<>();

  /** Currents of the table by slab and place; length 0 when there are no waves. */
  private final double[][] tabulated;

  private int nextChange;

  CurrentDrive(Shard shard, long seed) {
    slabs = shard.slabs();
    table = shard.currents();
    for (WaveInput input : shard.waves()) {
      waves.add(new WaveSource(input, seed));
    }
    tabulated = new double[waves.isEmpty() ? 0 : slabs.size()][];
    for (int slab = 0; slab < tabulated.length; slab++) {
      tabulated[slab] = new double[slabs.get(slab).current().length];
    }
  }

  /** Sets the currents that act in {@code step}. */
  void apply(int step) {
    boolean changed = false;
    while (nextChange < table.steps().length && table.steps()[nextChange] <= step) {
      set(table.slabs()[nextChange], table.places()[nextChange], table.amplitudes()[nextChange]);
      nextChange++;
      changed = true;
    }
    for (int i = 0; i < waves.size(); i++) {
      changed |= waves.get(i).update(step);
    }
    if (changed && !waves.isEmpty()) {
      sum();
    }
  }

  private void set(int slab, int place, double amplitude) {
    if (waves.isEmpty()) {
      slabs.get(slab).drive()[place] = amplitude;
    } else {
      tabulated[slab][place] = amplitude;
    }
  }

  private void sum() {
    for (int slab = 0; slab < tabulated.length; slab++) {
      System.arraycopy(tabulated[slab], 0, slabs.get(slab).drive(), 0, tabulated[slab].length);
    }
    for (int i = 0; i < waves.size(); i++) {
      waves.get(i).add(slabs);
    }
  }

  /** First step after {@code step} in which a current changes; the largest number if none does. */
  int nextStep(int step) {
    int next = nextChange < table.steps().length ? table.steps()[nextChange] : Integer.MAX_VALUE;
    for (int i = 0; i < waves.size(); i++) {
      next = Math.min(next, waves.get(i).nextStep(step));
    }
    return next;
  }
}
