package org.baya.compiled;

import java.util.Map;
import org.baya.model.SynapseDynamics;

/**
 * The plastic synapses of one projection in one shard: rows as in {@link SynapseTable}, with 64-bit
 * weights, and beside them a column for each state variable and each parameter that differs between
 * synapses. What all synapses share takes no room.
 *
 * @param projection its number
 * @param rows slots, delays, weights; advancing modifies the weights
 * @param dynamics the rules, over these columns
 * @param readsTarget whether the target's spikes matter
 * @param modulated whether a volume transmitter's spikes matter
 * @param counted whether the targets count spikes, whatever their weight
 * @param numbers edge numbers
 * @param state columns by the name of the variable; advancing modifies them
 * @param parameterBytes bytes per synapse of parameters that differ
 */
public record PlasticTable(
    int projection,
    SynapseTable rows,
    SynapseDynamics dynamics,
    boolean readsTarget,
    boolean modulated,
    boolean counted,
    EdgeNumbers numbers,
    Map<String, double[]> state,
    int parameterBytes) {

  public PlasticTable {
    state = Map.copyOf(state);
  }

  /** The weights. */
  public double[] weights() {
    return ((Weights.Doubles) rows.weights()).values();
  }

  /** Bytes of all arrays. */
  public long sizeBytes() {
    long perSynapse =
        numbers.bytesPerSynapse() + (long) state.size() * Double.BYTES + parameterBytes;
    return rows.sizeBytes() + perSynapse * rows.synapses();
  }
}
