package org.baya.network;

import java.util.List;
import org.baya.array.ColumnSource;

/**
 * Named groups of a population's neurons, for rates and pictures.
 *
 * @param ids group of each neuron, an index into {@code names}
 * @param names group names
 */
public record Grouping(ColumnSource ids, List<String> names) {
  public Grouping {
    names = List.copyOf(names);
  }
}
