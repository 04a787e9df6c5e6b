package org.baya.app.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.baya.app.analysis.PopulationStatistics;

/** The statistics of recorded populations as text, where there are not too many to be read. */
final class StatisticsTable {
  private static final int MOST_LINES = 16;

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
    filled.forEach(group -> table.add(row(group, group.name())));
    return table.lines();
  }

  /** A line for each group, with its number of neurons. */
  static List<String> all(List<PopulationStatistics> groups) {
    TextTable table =
        new TextTable(
            1, "population", "neurons", "rate [Hz]", "CV of ISI", "correlation", "synchrony");
    groups.forEach(group -> table.add(row(group, group.name(), Units.count(group.neurons()))));
    return table.lines();
  }

  private static String[] row(PopulationStatistics group, String... before) {
    List<String> cells = new ArrayList<>(List.of(before));
    cells.add(number(group.ratesHz().mean(), 2));
    cells.add(number(group.cvs().mean(), 2));
    cells.add(number(group.correlations().mean(), 4));
    cells.add(number(group.synchrony(), 2));
    return cells.toArray(String[]::new);
  }

  /** How far the distributions of groups of the same name are apart. */
  static List<String> distances(
      List<PopulationStatistics> first, List<PopulationStatistics> second) {
    TextTable table =
        new TextTable(1, "Kolmogorov-Smirnov", "rate [Hz]", "CV of ISI", "correlation");
    for (PopulationStatistics one : first) {
      for (PopulationStatistics other : second) {
        if (one.name().equals(other.name())) {
          table.add(
              one.name(),
              number(one.ratesHz().distance(other.ratesHz()), 3),
              number(one.cvs().distance(other.cvs()), 3),
              number(one.correlations().distance(other.correlations()), 3));
        }
      }
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
