package org.baya.compiled;

import java.util.List;

/**
 * Projections without stored synapses whose weights have one form: what would be one {@link
 * SynapseTable} in each shard.
 *
 * @param form how weights are kept between spike and arrival: without values for the forms that
 *     need none
 * @param tablesBefore how many tables of each shard are delivered before
 * @param rows in the order of projections
 */
public record ProceduralGroup(Form form, int tablesBefore, List<ProceduralRows> rows) {
  /** How the weights of synapses that are under way are kept. */
  public sealed interface Form {
    /** All have one weight; 1 where spikes are counted. */
    record Common(double weight) implements Form {}

    /** 32-bit numbers. */
    record Float32() implements Form {}

    /** 64-bit numbers. */
    record Float64() implements Form {}
  }

  public ProceduralGroup {
    rows = List.copyOf(rows);
  }
}
