package org.baya.app.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.app.report.Activity;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.engine.SpikeListener;

/**
 * Counts the spikes of all neurons by population or group, for rates only after the transient, and
 * sums them up in an order-independent checksum.
 */
final class SpikeTally implements SpikeListener {
  /** Group of each node by global number; -1 for stimulators. */
  private final int[] groupOf;

  private final List<String> names = new ArrayList<>();
  private final long[] neurons;

  /** Spikes of each group in the steps up to {@link #lastTransientStep}, and in those after it. */
  private final long[] early;

  private final long[] spikes;
  private final long lastTransientStep;
  private long checksum;

  /**
   * No spikes yet.
   *
   * @param transientMs beginning of the run that rates leave out [ms]
   */
  SpikeTally(CompiledNetwork network, double transientMs) {
    lastTransientStep = Math.round(transientMs / network.grid().resolutionMs());
    int nodes =
        network.populations().stream().mapToInt(p -> p.firstNode() + p.size()).max().orElse(0);
    groupOf = new int[nodes];
    Arrays.fill(groupOf, -1);
    List<CompiledPopulation> counted =
        network.populations().stream().filter(CompiledPopulation::neurons).toList();
    for (CompiledPopulation population : counted) {
      add(population, counted.size() > 1);
    }
    neurons = new long[names.size()];
    early = new long[names.size()];
    spikes = new long[names.size()];
    for (int group : groupOf) {
      if (group >= 0) {
        neurons[group]++;
      }
    }
  }

  private void add(CompiledPopulation population, boolean several) {
    int firstGroup = names.size();
    boolean grouped = population.groupOf().length > 0;
    if (grouped) {
      population
          .groupNames()
          .forEach(name -> names.add(several ? population.name() + " " + name : name));
    } else {
      names.add(population.name());
    }
    for (int node = 0; node < population.size(); node++) {
      groupOf[population.firstNode() + node] =
          firstGroup + (grouped ? population.groupOf()[node] : 0);
    }
  }

  @Override
  public void spikes(long[] keys, int n) {
    int[] groups = groupOf;
    long sum = checksum;
    for (int i = 0; i < n; i++) {
      int group = groups[SpikeList.node(keys[i])];
      if (group >= 0) {
        long[] counts = SpikeList.step(keys[i]) > lastTransientStep ? spikes : early;
        counts[group]++;
        sum += mix(keys[i]);
      }
    }
    checksum = sum;
  }

  /**
   * Finaliser of SplitMix64 (Steele, Lea, Flood 2014): equal spikes in any order give equal sums.
   */
  private static long mix(long key) {
    long z = key + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Number of spikes of neurons. */
  long total() {
    return Arrays.stream(early).sum() + afterTransient();
  }

  /** Number of spikes of neurons after the transient. */
  long afterTransient() {
    return Arrays.stream(spikes).sum();
  }

  /** Sum over all spikes of neurons. */
  long checksum() {
    return checksum;
  }

  /**
   * Mean rate [Hz] after the transient by population, or by group where a population has groups;
   * empty groups are left out.
   *
   * @param lengthMs how long the run went on after the transient
   */
  Map<String, Double> ratesHz(double lengthMs) {
    Map<String, Double> rates = new LinkedHashMap<>();
    for (int group = 0; group < spikes.length; group++) {
      if (neurons[group] > 0) {
        rates.put(names.get(group), Activity.rateHz(spikes[group], neurons[group], lengthMs));
      }
    }
    return rates;
  }
}
