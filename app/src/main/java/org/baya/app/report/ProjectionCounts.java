package org.baya.app.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of one projection.
 *
 * @param source name of the population of its sources
 * @param target name of the population of its targets
 * @param synapses that were built
 * @param counts anything else that was counted, in this order: for example {@code edges read},
 *     {@code dropped}, {@code delay clamped}
 */
public record ProjectionCounts(
    String name, String source, String target, long synapses, Map<String, Long> counts) {

  /** Copies the counts, keeping their order. */
  public ProjectionCounts {
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }
}
