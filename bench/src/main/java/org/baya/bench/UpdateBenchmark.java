package org.baya.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: the other half of a simulation is advancing neurons. This measures each kernel and
 * its plain twin where it has one, with a window of ten steps advanced while a block of eight
 * neurons sits in the first-level cache, and step by step, which streams the state.
 *
 * <p>One operation is one update of one neuron by one step; under input it includes the delivery of
 * 0.05 events, whose weight {@link Drive} finds. Kinds are the neuron models of the catalogue and
 * the forms of {@link Cell}: {@code glif3_4} is GLIF3 with four ports. One neuron costs what a
 * block of eight costs.
 */
public class UpdateBenchmark extends PerElement {
  /** Updates per invocation. */
  static final int UPDATES = 1_000_000;

  /** {@link Benchmarks} sets all kinds unless the command line names some. */
  @Param("iaf_psc_exp")
  String cell = "iaf_psc_exp";

  @Param({"fastest", "plain"})
  String kernel = "plain";

  /** All in the first-level cache, in the second, streamed from the third. */
  @Param({"1", "10000", "100000"})
  int neurons = 10_000;

  @Param({"10", "1"})
  int window = 10;

  @Param({"rest", "500Hz"})
  String input = "rest";

  private CellGroup group = new CellGroup(Cell.of(cell), 1, false, 0, 1, SEED);

  /** Builds the neurons. */
  @Setup
  public void prepare() {
    Cell kind = Cell.of(cell);
    double weight = input.equals("rest") ? 0 : Drive.weight(kind);
    group = new CellGroup(kind, neurons, kernel.equals("fastest"), weight, window, SEED);
  }

  /** Makes {@value #UPDATES} updates; returns the number of spikes. */
  @Benchmark
  @OperationsPerInvocation(UPDATES)
  public long update() {
    long spikes = 0;
    for (int done = 0; done < UPDATES; done += neurons * window) {
      spikes += group.advance(window);
    }
    return spikes;
  }
}
