package org.baya.bench;

import java.util.SplittableRandom;
import org.baya.compiled.Weights;
import org.baya.kernel.Delivery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * Motivation: half of a simulation is adding weights at random places. This measures {@link
 * Delivery#add} by accumulator size (which cache it lives in), group length (synapses that lie side
 * by side) and form of the weights.
 *
 * <p>One operation is one synaptic event. Groups lie at random places of a table of 8 million
 * synapses, so the first synapse of each misses the caches as it does in a run. An accumulator
 * above 512 KB is several slices of 65,536 slots, the steps of a window, taken in turn every
 * {@value #CALL_EVENTS} events.
 */
public class DeliveryBenchmark extends PerElement {
  /** Events per invocation. */
  static final int EVENTS = 1 << 18;

  private static final int CALL_EVENTS = 256;
  private static final int SYNAPSES = 1 << 23;
  private static final int MOST_SLOTS = 1 << 16;

  @Param({"128", "512", "1024", "4096"})
  int accumulatorKb = 128;

  @Param({"4", "16", "32", "256"})
  int groupLength = 4;

  @Param({"constant", "float", "double"})
  String weights = "constant";

  private final char[] slots = new char[SYNAPSES];
  private final int[][] calls = new int[EVENTS / CALL_EVENTS][];
  private Weights values = new Weights.Constant(0);
  private double[] sum = {};
  private int sliceSlots;

  /** Keeps reads ahead from being left out as useless. */
  @SuppressWarnings("UnusedVariable")
  private int read;

  /** Draws table and groups. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    sum = new double[accumulatorKb * 1024 / Double.BYTES];
    sliceSlots = Math.min(MOST_SLOTS, sum.length);
    for (int i = 0; i < SYNAPSES; i++) {
      slots[i] = (char) random.nextInt(sliceSlots);
    }
    values = weights(random);
    for (int call = 0; call < calls.length; call++) {
      int words = Delivery.HEADER + 1;
      calls[call] = new int[words * (CALL_EVENTS / groupLength)];
      for (int entry = 0; entry < calls[call].length; entry += words) {
        int first = random.nextInt(SYNAPSES - groupLength);
        calls[call][entry + Delivery.HEADER] = Delivery.group(0, groupLength);
        Delivery.close(calls[call], entry, entry + words, first, first + groupLength);
      }
    }
  }

  /** Small whole numbers in every form, so that the sum is exact. */
  private Weights weights(SplittableRandom random) {
    float[] floats = new float[SYNAPSES];
    for (int i = 0; i < SYNAPSES; i++) {
      floats[i] = 1 + random.nextInt(4);
    }
    return switch (weights) {
      case "constant" -> new Weights.Constant(2);
      case "float" -> new Weights.Floats(floats);
      case "double" -> {
        double[] doubles = new double[SYNAPSES];
        for (int i = 0; i < SYNAPSES; i++) {
          doubles[i] = floats[i];
        }
        yield new Weights.Doubles(doubles);
      }
      default -> throw new IllegalArgumentException(weights);
    };
  }

  /** Adds {@value #EVENTS} events. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public double deliver() {
    int at = 0;
    for (int[] list : calls) {
      read += Delivery.add(list, list.length, slots, values, sum, at, 0);
      at += sliceSlots;
      at = at == sum.length ? 0 : at;
    }
    return sum[0];
  }

  /** Sum of the accumulator. */
  double total() {
    double total = 0;
    for (double value : sum) {
      total += value;
    }
    return total;
  }

  /** The same for one invocation, computed synapse by synapse. */
  double expectedTotal() {
    double total = 0;
    for (int[] list : calls) {
      for (int entry = 0; entry < list.length; entry += Delivery.HEADER + 1) {
        for (int i = 0; i < groupLength; i++) {
          total += values.weight(list[entry] + i);
        }
      }
    }
    return total;
  }
}
