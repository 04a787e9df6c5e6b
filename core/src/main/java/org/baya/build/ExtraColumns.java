package org.baya.build;

import java.util.List;
import org.baya.compiled.EdgeNumbers;

/**
 * What a table of plastic synapses has beside slots and weights while its rows are being sorted.
 *
 * @param values parameters and state
 * @param numbers edge numbers
 */
record ExtraColumns(List<WeightColumn> values, EdgeNumbers numbers) {
  /** What a table of static synapses has: nothing. */
  static final ExtraColumns NONE = new ExtraColumns(List.of(), new EdgeNumbers.Ints(new int[0]));

  ExtraColumns {
    values = List.copyOf(values);
  }
}
