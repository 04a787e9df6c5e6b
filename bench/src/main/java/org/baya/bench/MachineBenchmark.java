package org.baya.bench;

import org.baya.app.bench.Calibration;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: other figures are judged by what the machine gives. This measures the bare loop of
 * delivery, {@code sum[slot] += weight} with both columns read in order, by the size of the
 * accumulator: what {@code baya bench} prints as random accumulate.
 *
 * <p>One operation is one addition.
 */
public class MachineBenchmark extends PerElement {
  @Param({"128", "512", "1024", "4096", "20480", "81920"})
  int accumulatorKb = 128;

  private Calibration.Accumulation accumulation = new Calibration.Accumulation(8);

  /** Draws the places. */
  @Setup
  public void prepare() {
    accumulation = new Calibration.Accumulation(accumulatorKb * 1024);
  }

  /** Makes all additions. */
  @Benchmark
  @OperationsPerInvocation(Calibration.Accumulation.ADDITIONS)
  public double accumulate() {
    return accumulation.run();
  }
}
