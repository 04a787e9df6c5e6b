package org.baya.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.baya.catalog.Catalog;
import org.baya.compiled.Arrivals;
import org.baya.compiled.Slab;
import org.baya.compiled.TrainInput;
import org.baya.compiled.WaveInput;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.Parameters;
import org.baya.model.RandomParameters;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/** What the synapses of one stimulator receive, synapse by synapse and step by step. */
final class DeviceRun {
  private static final long SEED = 4711;
  private static final TimeGrid GRID = new TimeGrid(0.1);

  private DeviceRun() {}

  static Stimulus stimulus(String model, Map<String, double[]> parameters, int node) {
    DeviceModel device = (DeviceModel) Catalog.standard().model(model, "test");
    Map<String, double[]> all = RandomParameters.standard(device);
    all.putAll(parameters);
    RandomStream random = new RandomStream(SEED, Purpose.DEVICE.at(0)).at(node, 0);
    return device.stimulus(new Parameters(all), new DeviceNode(GRID, Optional.empty(), random));
  }

  private static Arrivals arrivals(int synapses) {
    char[] slots = new char[synapses];
    for (int i = 0; i < synapses; i++) {
      slots[i] = (char) i;
    }
    double[] weights = new double[synapses];
    Arrays.fill(weights, 1);
    return new Arrivals(slots, LongStream.range(0, synapses).toArray(), weights);
  }

  /** Spike counts of a node's trains, {@code [step][synapse]}; the delay is one step. */
  static double[][] counts(
      String model, Map<String, double[]> parameters, int projection, int synapses, int steps) {
    Stimulus.Trains trains = (Stimulus.Trains) stimulus(model, parameters, 0);
    TrainSource source =
        new TrainSource(
            new TrainInput(
                trains.process(),
                trains.firstStep(),
                trains.endStep(),
                1,
                Purpose.TRAIN.at(projection),
                Purpose.DEVICE.at(0).at(0),
                0,
                arrivals(synapses)),
            SEED);
    double[][] counts = new double[steps][synapses];
    for (int step = 0; step < steps; step++) {
      source.deliver(step + 1, counts[step], 0);
    }
    return counts;
  }

  /** Currents of a node's synapses, {@code [step][synapse]}; step 0 is the first that is sent. */
  static double[][] currents(
      String model, Map<String, double[]> parameters, int synapses, int steps) {
    Stimulus.Waveform wave = (Stimulus.Waveform) stimulus(model, parameters, 0);
    int lag = 2;
    WaveSource source =
        new WaveSource(
            new WaveInput(
                wave.process(),
                wave.firstStep(),
                wave.endStep(),
                lag,
                Purpose.CURRENT.at(0),
                new int[synapses],
                new int[synapses],
                IntStream.range(0, synapses).toArray(),
                arrivals(synapses)),
            SEED);
    NeuronModel neuron = (NeuronModel) Catalog.standard().model("iaf_psc_exp", "test");
    Dynamics dynamics = neuron.dynamics(new Parameters(RandomParameters.standard(neuron)));
    double[][] currents = new double[steps][];
    for (int step = 0; step < steps; step++) {
      Slab slab =
          new Slab(dynamics, 0, new double[0], new double[0], new int[0], new int[synapses], SEED);
      source.update(step + lag);
      source.add(List.of(slab));
      currents[step] = Arrays.copyOf(slab.current(), synapses);
    }
    return currents;
  }

  /** Column i of rows. */
  static double[] column(double[][] rows, int i) {
    return Arrays.stream(rows).mapToDouble(row -> row[i]).toArray();
  }
}
