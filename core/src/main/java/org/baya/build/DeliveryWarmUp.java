package org.baya.build;

import java.util.List;
import java.util.Random;
import org.baya.compiled.Weights;
import org.baya.kernel.Delivery;

/**
 * Has the delivery of stored synapses compiled while the network is built, for the forms of weights
 * that it has, see {@link KernelWarmUp}. Workers would wait for it at the beginning of the run.
 */
final class DeliveryWarmUp {
  private static final int ROWS = 512;
  private static final int GROUPS = 3;
  private static final int SYNAPSES = 8;
  private static final int SLOTS = 1024;
  private static final int ROUNDS = 100;

  private DeliveryWarmUp() {}

  /** Delivers made-up synapses until {@code end} at most [ns of {@link System#nanoTime}]. */
  static void run(List<WeightForm> forms, long end) {
    int synapses = ROWS * GROUPS * SYNAPSES;
    char[] slots = slots(synapses);
    int[] list = new int[ROWS * (Delivery.HEADER + GROUPS)];
    int size = 0;
    for (int row = 0; row < ROWS; row++) {
      int entry = size;
      size += Delivery.HEADER;
      for (int slice = 0; slice < GROUPS; slice++) {
        list[size++] = Delivery.group(slice, SYNAPSES);
      }
      int first = row * GROUPS * SYNAPSES;
      Delivery.close(list, entry, size, first, first + GROUPS * SYNAPSES);
    }
    double[] sum = new double[GROUPS * SLOTS];
    for (WeightForm form : forms) {
      WeightColumns columns = form.columns(1);
      columns.allocate(0, synapses);
      Weights weights = columns.finished(0);
      for (int round = 0; round < ROUNDS && System.nanoTime() - end < 0; round++) {
        Delivery.add(list, size, slots, weights, sum, 0, SLOTS);
      }
    }
  }

  private static char[] slots(int synapses) {
    char[] slots = new char[synapses];
    Random random = new Random(1);
    for (int i = 0; i < synapses; i++) {
      slots[i] = (char) random.nextInt(SLOTS);
    }
    return slots;
  }
}
