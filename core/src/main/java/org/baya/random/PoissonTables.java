package org.baya.random;

import java.util.HashMap;
import java.util.Map;

/**
 * The tables of {@link PoissonTrains} that share them: one for each mean, made when it is first
 * asked for. A table takes milliseconds, as its probabilities are computed to 60 digits, and a
 * network asks for the same means in every shard.
 *
 * <p>Safe for use by several threads.
 */
public final class PoissonTables {
  private final Map<Double, PoissonTable> tables = new HashMap<>();

  /** The table of a mean below {@link PoissonTable#MAX_MEAN}. */
  synchronized PoissonTable of(double mean) {
    return tables.computeIfAbsent(mean, PoissonTable::new);
  }
}
