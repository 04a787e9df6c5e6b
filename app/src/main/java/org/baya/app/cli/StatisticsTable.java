package org.baya.app.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baya.app.analysis.PopulationStatistics;

/** The statistics of recorded populations as text, where there are not too many to be read. */
final class StatisticsTable {
  private static final int MOST_LINES = 24;

  private StatisticsTable() {}

  /** A line for each group with neurons; none at all if there are none, or too many. */
  static List<String> lines(List<PopulationStatistics> groups) {
    List<PopulationStatistics> filled =
        groups.stream().filter(group -> group.neurons() > 0).toList();
    if (filled.isEmpty() || filled.size() > MOST_LINES) {
      return List.of();
    }
    TextTable table =
        new TextTable(1, "recorded", "rate [Hz]", "CV of ISI", "correlation", "synchrony");
    for (PopulationStatistics group : filled) {
      table.add(
          group.name(),
          number(group.ratesHz().mean(), 2),
          number(group.cvs().mean(), 2),
          number(group.correlations().mean(), 4),
          number(group.synchrony(), 2));
    }
    return table.lines();
  }

  /**
   * The rates of groups that have no statistics. A group is called by its name alone or after its
   * population, by how many populations there are: of neurons here, of recorded ones there.
   */
  static Map<String, Double> others(
      Map<String, Double> ratesHz, List<PopulationStatistics> groups) {
    Map<String, Double> others = new LinkedHashMap<>(ratesHz);
    others.keySet().removeIf(name -> groups.stream().anyMatch(group -> same(name, group.name())));
    return others;
  }

  private static boolean same(String name, String other) {
    return name.equals(other) || name.endsWith(" " + other) || other.endsWith(" " + name);
  }

  /** With {@code digits} behind the point; a dash if there is none. */
  static String number(double value, int digits) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%." + digits + "f", value) : "-";
  }
}
