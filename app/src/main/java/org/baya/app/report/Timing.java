package org.baya.app.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where the wall time went; all in seconds.
 *
 * @param loadS reading the description and its files
 * @param buildS compiling the network
 * @param setupS from the start of the process to the first step
 * @param simulateS from the first step to the last
 * @param totalS from the start of the process to the writing of the report
 * @param phasesS parts of {@code simulateS}, in order, each the mean over the workers: {@code
 *     deliver}, {@code update}, {@code exchange}, {@code record}
 */
public record Timing(
    double loadS,
    double buildS,
    double setupS,
    double simulateS,
    double totalS,
    Map<String, Double> phasesS) {

  /** Copies the phases, keeping their order. */
  public Timing {
    phasesS = Collections.unmodifiableMap(new LinkedHashMap<>(phasesS));
  }
}
