package org.baya.bench;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: the other half of a simulation is advancing neurons. This measures each kernel and
 * its plain twin, with a window of ten steps advanced while a block of eight neurons sits in the
 * first-level cache, and step by step, which streams the state.
 *
 * <p>One operation is one update of one neuron by one step; under input it includes the delivery of
 * 0.05 events. {@code glif3_4} is GLIF3 with four ports. One neuron costs what a block of eight
 * costs.
 */
public class UpdateBenchmark extends PerElement {
  /** Updates per invocation. */
  static final int UPDATES = 1_000_000;

  @Param({
    "glif1_1",
    "glif1_4",
    "glif3_1",
    "glif3_4",
    "glif5_1",
    "glif5_4",
    "iaf_psc_exp",
    "iaf_psc_alpha"
  })
  String cell = "glif1_1";

  @Param({"fastest", "plain"})
  String kernel = "plain";

  /** Also of interest: 1 (all in the first-level cache) and 100000 (streamed from the third). */
  @Param("10000")
  int neurons = 10_000;

  @Param({"10", "1"})
  int window = 10;

  @Param({"rest", "500Hz"})
  String input = "rest";

  private CellGroup group = new CellGroup(Cell.GLIF1_1, 1, false, false, 1, SEED);

  /** Builds the neurons. */
  @Setup
  public void prepare() {
    group =
        new CellGroup(
            Cell.of(cell), neurons, kernel.equals("fastest"), !input.equals("rest"), window, SEED);
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
