package org.baya.network;

import java.util.List;
import java.util.Optional;

/** What a run writes down. */
public sealed interface Recording {

  /** The population that is recorded. */
  String population();

  /** Node indices inside the population; absent means all. */
  Optional<List<Long>> ids();

  /** All spikes. */
  record Spikes(String population, Optional<List<Long>> ids) implements Recording {}

  /**
   * State variables at regular times: a multimeter.
   *
   * @param variables NEST's names of recordables
   * @param everyMs sampling interval [ms], a multiple of the resolution; the first sample is at
   *     {@code everyMs}
   */
  record Samples(
      String population, Optional<List<Long>> ids, List<String> variables, double everyMs)
      implements Recording {
    public Samples {
      variables = List.copyOf(variables);
    }
  }
}
