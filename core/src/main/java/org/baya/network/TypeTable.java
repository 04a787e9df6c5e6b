package org.baya.network;

import java.util.Map;
import org.baya.array.ColumnSource;

/**
 * Parameters by type: every neuron names a row of a table. A wide column (n x k) sets a vector
 * parameter.
 *
 * @param ids row of the table, one per neuron
 * @param columns table columns by parameter name; columns that are no parameters may be used in
 *     formulas
 */
public record TypeTable(ColumnSource ids, Map<String, ColumnSource> columns) {
  public TypeTable {
    columns = Map.copyOf(columns);
  }
}
