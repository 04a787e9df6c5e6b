package org.baya.network;

import java.util.Optional;
import org.baya.array.ColumnSource;

/**
 * Given spikes of a population of injectors or generators, in any order. A time that occurs twice
 * counts twice.
 *
 * @param ids node of each spike, 0-based; absent when the population has one node or all nodes
 *     share the train
 * @param times spike times [ms], above 0
 * @param weights factor of each spike; absent means 1
 */
public record SpikeTrains(
    Optional<ColumnSource> ids, ColumnSource times, Optional<ColumnSource> weights) {

  /** Spikes of node {@code ids[i]} at {@code times[i]}. */
  public static SpikeTrains of(ColumnSource ids, ColumnSource times) {
    return new SpikeTrains(Optional.of(ids), times, Optional.empty());
  }
}
