package org.baya.bench;

import java.util.SplittableRandom;
import org.baya.array.Column;
import org.baya.array.SegmentColumn;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: building reads every column of every edge twice. This measures {@link
 * Column#read(long, int, double[], int)} in blocks of 4,096 from 4 million elements.
 *
 * <p>One operation is one element read as a double.
 */
public class ColumnReadBenchmark extends PerElement {
  /** Elements per invocation. */
  static final int ELEMENTS = 1 << 22;

  private static final int BLOCK = 4096;

  @Param({"float32", "float64", "int32"})
  String type = "float32";

  private final double[] out = new double[BLOCK];
  private Column column = SegmentColumn.of("benchmark", new float[0]);

  /** Fills the column with small whole numbers. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    int[] ints = random.ints(ELEMENTS, 0, 100).toArray();
    column =
        switch (type) {
          case "float32" -> SegmentColumn.of("benchmark", floats(ints));
          case "float64" -> SegmentColumn.of("benchmark", doubles(ints));
          case "int32" -> SegmentColumn.of("benchmark", ints);
          default -> throw new IllegalArgumentException(type);
        };
  }

  private static float[] floats(int[] ints) {
    float[] floats = new float[ints.length];
    for (int i = 0; i < ints.length; i++) {
      floats[i] = ints[i];
    }
    return floats;
  }

  private static double[] doubles(int[] ints) {
    double[] doubles = new double[ints.length];
    for (int i = 0; i < ints.length; i++) {
      doubles[i] = ints[i];
    }
    return doubles;
  }

  /** Reads {@value #ELEMENTS} elements; returns the sum of one of each block. */
  @Benchmark
  @OperationsPerInvocation(ELEMENTS)
  public double read() {
    double sum = 0;
    for (int from = 0; from < ELEMENTS; from += BLOCK) {
      column.read(from, BLOCK, out, 0);
      sum += out[0];
    }
    return sum;
  }
}
