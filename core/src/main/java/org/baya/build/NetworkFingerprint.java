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
    return pair((long) source << 32 | target);
  }

  /** As {@link #pair(int, int)} of {@code source << 32 | target}. */
  static long pair(long nodes) {
    return SplitMix.mix(nodes + SplitMix.GOLDEN);
  }

  /** The hash of one synapse. */
  static long hash(long pair, int port, int delaySteps, long weightBits) {
    return hash(pair, (long) delaySteps << 32 | port, weightBits);
  }

  /** As {@link #hash(long, int, int, long)} of {@code delaySteps << 32 | port}. */
  static long hash(long pair, long delayAndPort, long weightBits) {
    return SplitMix.mix(SplitMix.mix(pair + delayAndPort) ^ weightBits);
  }

  /** Rows {@code from .. to - 1} of a table. */
  private record Piece(SynapseTable table, int[] node, int[] port, int from, int to) {

    long sum() {
      HashBlock block = new HashBlock();
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
          while (synapse < behind) {
            int n = block.room(behind - synapse);
            block.nodes(source, delay, table.slots(), node, port, synapse, n);
            weights(block, synapse, n);
            block.add(n);
            synapse += n;
          }
        }
      }
      return block.sum();
    }

    private void weights(HashBlock block, int first, int n) {
      switch (table.weights()) {
        case Weights.Constant constant -> block.weight(constant.value(), n);
        case Weights.Count _ -> block.weight(1, n);
        case Weights.Floats floats -> block.weights(floats.values(), first, n);
        case Weights.Doubles doubles -> block.weights(doubles.values(), first, n);
      }
    }
  }
}
