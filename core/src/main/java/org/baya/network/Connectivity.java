package org.baya.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;

/** Which pairs of a projection are connected. */
public sealed interface Connectivity {

  /**
   * A connection rule of the catalogue.
   *
   * @param name NEST's name, for example {@code fixed_indegree}
   * @param options the rule's own parameters by NEST's names; flags are 0 and 1
   * @param mask which pairs it may connect; all if absent
   */
  record Rule(String name, Map<String, Value> options, Optional<Masking> mask)
      implements Connectivity {
    public Rule {
      options = Collections.unmodifiableMap(new LinkedHashMap<>(options));
    }

    /** A rule without mask. */
    public Rule(String name, Map<String, Value> options) {
      this(name, options, Optional.empty());
    }

    /** The same rule for pairs within a mask. */
    public Rule within(Masking masking) {
      return new Rule(name, options, Optional.of(masking));
    }
  }

  /**
   * One row per edge.
   *
   * @param columns {@code source} and {@code target}, 0-based inside their populations, and any
   *     further columns that formulas may use; {@code weight}, {@code delay} and {@code receptor}
   *     are taken as they are when the projection does not say otherwise
   */
  record Edges(Map<String, ColumnSource> columns) implements Connectivity {
    public Edges {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /**
     * The same edges with one more column, one value per edge; {@code values} must not change
     * afterwards.
     */
    public Edges with(String column, double... values) {
      Map<String, ColumnSource> more = new LinkedHashMap<>(columns);
      more.put(column, ColumnSource.of(SegmentColumn.of(column, values)));
      return new Edges(more);
    }
  }

  /**
   * A dense matrix of one value per cell. An axis that is neither source nor target has one node of
   * that population, number 0.
   *
   * @param values rows x columns
   * @param rows what a row is
   * @param columns what a column is
   * @param name the name formulas use for the cell's value, usually {@code weight}
   */
  record Matrix(ColumnSource values, Axis rows, Axis columns, String name)
      implements Connectivity {}

  /**
   * An expression of the connection-set algebra.
   *
   * @param text for example {@code random(0.1) * (full - oneToOne)}; see {@code
   *     org.baya.connect.algebra}
   * @param values what the values of the set are, by position, if the text does not name them;
   *     empty for weight and delay
   */
  record Algebra(String text, List<String> values) implements Connectivity {
    public Algebra {
      values = List.copyOf(values);
    }
  }

  /** Meaning of a matrix axis. */
  enum Axis {
    SOURCE,
    TARGET,
    /** Column number, 0-based, under the name {@code receptor}. */
    RECEPTOR
  }

  /**
   * Edges from arrays of equal length; edge i goes from {@code sources[i]} to {@code targets[i]},
   * 0-based inside their populations. The arrays must not change afterwards.
   */
  static Edges edges(int[] sources, int[] targets) {
    Map<String, ColumnSource> columns = new LinkedHashMap<>();
    columns.put("source", ColumnSource.of(SegmentColumn.of("source", sources)));
    columns.put("target", ColumnSource.of(SegmentColumn.of("target", targets)));
    return new Edges(columns);
  }

  /** A rule without options. */
  static Connectivity rule(String name) {
    return new Rule(name, Map.of());
  }
}
