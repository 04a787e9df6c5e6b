package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.Shard;
import org.baya.compiled.SynapseTable;
import org.baya.compiled.TargetSlots;
import org.baya.compiled.Weights;
import org.baya.random.SplitMix;

/**
 * A number that two networks share if they have the same synapses: the sum, modulo 2^64, of a hash
 * of source, target, input port, delay [steps] and weight of every stored synapse. It depends
 * neither on threads and shards nor on the order of synapses. Connections from devices that act
 * without spikes are not stored and do not count.
 */
public final class NetworkFingerprint {
  /** Pieces into which the rows of a table are cut for the workers. */
  private static final int PIECES = 16;

  private NetworkFingerprint() {}

  /** The fingerprint of a network. */
  public static long of(CompiledNetwork network, int workers) {
    List<Piece> pieces = pieces(network);
    AtomicInteger next = new AtomicInteger();
    AtomicLong sum = new AtomicLong();
    Workers.run(
        Math.clamp(pieces.size(), 1, workers),
        worker -> {
          long own = 0;
          for (int k = next.getAndIncrement(); k < pieces.size(); k = next.getAndIncrement()) {
            own += pieces.get(k).sum();
          }
          sum.addAndGet(own);
        });
    return sum.get();
  }

  /** As it is printed: 16 hexadecimal digits. */
  public static String text(long fingerprint) {
    String hex = Long.toHexString(fingerprint);
    return "0".repeat(16 - hex.length()) + hex;
  }

  private static List<Piece> pieces(CompiledNetwork network) {
    List<Piece> pieces = new ArrayList<>();
    for (Shard shard : network.shards()) {
      TargetSlots targets = TargetSlots.of(shard);
      for (SynapseTable table : shard.rows()) {
        int rows = table.sources();
        for (int piece = 0; piece < PIECES; piece++) {
          int from = (int) ((long) rows * piece / PIECES);
          int to = (int) ((long) rows * (piece + 1) / PIECES);
          pieces.add(new Piece(table, targets.node(), targets.port(), from, to));
        }
      }
    }
    return pieces;
  }

  /** What all synapses between two nodes share of their hashes. */
  static long pair(int source, int target) {
    return SplitMix.mix(((long) source << 32 | target) + SplitMix.GOLDEN);
  }

  /** The hash of one synapse. */
  static long hash(long pair, int port, int delaySteps, long weightBits) {
    return SplitMix.mix(SplitMix.mix(pair + ((long) delaySteps << 32 | port)) ^ weightBits);
  }

  /** Rows {@code from .. to - 1} of a table. */
  private record Piece(SynapseTable table, int[] node, int[] port, int from, int to) {

    long sum() {
      long sum = 0;
      for (int row = from; row < to; row++) {
        int word = table.rows()[row];
        int end = table.rows()[row + 1];
        if (word == end) {
          continue;
        }
        int source = table.firstSource() + row;
        int synapse = table.directory()[word++];
        for (int delay = 0; word < end; word++) {
          int group = table.directory()[word];
          delay += SynapseTable.delayDifference(group);
          int behind = synapse + SynapseTable.synapses(group);
          sum += sum(source, delay, synapse, behind);
          synapse = behind;
        }
      }
      return sum;
    }

    private long sum(int source, int delay, int first, int behind) {
      return switch (table.weights()) {
        case Weights.Constant constant -> constants(source, delay, constant.value(), first, behind);
        case Weights.Count _ -> constants(source, delay, 1, first, behind);
        case Weights.Floats floats ->
            floats(table.slots(), node, port, source, delay, floats.values(), first, behind);
        case Weights.Doubles doubles ->
            doubles(table.slots(), node, port, source, delay, doubles.values(), first, behind);
      };
    }

    private long constants(int source, int delay, double weight, int first, int behind) {
      return constants(
          table.slots(),
          node,
          port,
          source,
          delay,
          Double.doubleToRawLongBits(weight),
          first,
          behind);
    }

    private static long constants(
        char[] slots,
        int[] node,
        int[] port,
        int source,
        int delay,
        long bits,
        int first,
        int behind) {
      long sum = 0;
      for (int k = first; k < behind; k++) {
        int slot = slots[k];
        sum += hash(pair(source, node[slot]), port[slot], delay, bits);
      }
      return sum;
    }

    private static long floats(
        char[] slots,
        int[] node,
        int[] port,
        int source,
        int delay,
        float[] weights,
        int first,
        int behind) {
      long sum = 0;
      for (int k = first; k < behind; k++) {
        int slot = slots[k];
        long bits = Double.doubleToRawLongBits(weights[k]);
        sum += hash(pair(source, node[slot]), port[slot], delay, bits);
      }
      return sum;
    }

    private static long doubles(
        char[] slots,
        int[] node,
        int[] port,
        int source,
        int delay,
        double[] weights,
        int first,
        int behind) {
      long sum = 0;
      for (int k = first; k < behind; k++) {
        int slot = slots[k];
        long bits = Double.doubleToRawLongBits(weights[k]);
        sum += hash(pair(source, node[slot]), port[slot], delay, bits);
      }
      return sum;
    }
  }
}
