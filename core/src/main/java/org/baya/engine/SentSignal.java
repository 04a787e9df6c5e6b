package org.baya.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.baya.model.RateProcess;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.random.Normal;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * What one node of a stimulator sends: a current, before weights and delays, or the rate of its
 * trains. Where each synapse has a current of its own it is the mean over the node's synapses,
 * whose numbers are drawn again as {@link WaveSource} draws them.
 */
final class SentSignal {
  private final Stimulus stimulus;
  private final double perSecond;
  private final long seed;
  private final List<Synapses> projections = new ArrayList<>();
  private long count;
  private long drawnInterval = -1;
  private double deviate;

  SentSignal(Stimulus stimulus, long seed, TimeGrid grid) {
    this.stimulus = stimulus;
    this.seed = seed;
    perSecond = 1000 / grid.resolutionMs();
  }

  /**
   * Adds a synapse of the node.
   *
   * @param purpose random numbers of its projection
   * @param entity its number inside the projection
   */
  void add(Purpose purpose, long entity) {
    synapses(purpose).add(entity);
    count++;
  }

  private Synapses synapses(Purpose purpose) {
    for (Synapses synapses : projections) {
      if (synapses.purpose.equals(purpose)) {
        return synapses;
      }
    }
    projections.add(new Synapses(purpose, seed));
    return projections.getLast();
  }

  /** To be called after all were added: the order of a sum must not depend on shards. */
  void sort() {
    projections.sort(Comparator.comparingLong(synapses -> synapses.purpose.code()));
    projections.forEach(Synapses::sort);
  }

  /** The current [pA] or rate [spikes/s] in a step. */
  double at(long step) {
    return switch (stimulus) {
      case Stimulus.Current current -> current.at(step);
      case Stimulus.Waveform wave -> at(wave, step);
      case Stimulus.Trains trains when trains.process() instanceof RateProcess process ->
          process.mean(step) * perSecond;
      default -> throw new IllegalStateException("no signal: " + stimulus);
    };
  }

  private double at(Stimulus.Waveform wave, long step) {
    if (step < wave.firstStep()
        || step >= wave.endStep()
        || (wave.process().isIndividual() && count == 0)) {
      return 0;
    }
    int hold = wave.process().holdSteps();
    long interval = (step - wave.firstStep()) / hold;
    long begin = wave.firstStep() + interval * hold;
    double mean = wave.process().mean(begin);
    double deviation = wave.process().deviation(begin);
    return deviation == 0 ? mean : mean + deviation * deviate(interval);
  }

  /** Mean of the standard normal numbers of all synapses in an interval. */
  private double deviate(long interval) {
    if (interval != drawnInterval) {
      double sum = 0;
      for (int i = 0; i < projections.size(); i++) {
        sum += projections.get(i).sum((int) interval);
      }
      drawnInterval = interval;
      deviate = sum / count;
    }
    return deviate;
  }

  /** Synapses of the node in one projection. */
  private static final class Synapses {
    final Purpose purpose;
    private final RandomStream random;
    private long[] entities = new long[16];
    private int size;

    Synapses(Purpose purpose, long seed) {
      this.purpose = purpose;
      random = new RandomStream(seed, purpose);
    }

    void add(long entity) {
      if (size == entities.length) {
        entities = Arrays.copyOf(entities, 2 * size);
      }
      entities[size++] = entity;
    }

    void sort() {
      entities = Arrays.copyOf(entities, size);
      Arrays.sort(entities);
    }

    double sum(int interval) {
      double sum = 0;
      for (long entity : entities) {
        sum += Normal.standard(random.at(entity, interval));
      }
      return sum;
    }
  }
}
