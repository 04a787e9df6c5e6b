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

  /** The projection that must stand before, because these edges follow its edges. */
  default Optional<String> follows() {
    return Optional.empty();
  }

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
   * @param shape of the matrix they come from, if they come from one
   */
  record Edges(Map<String, ColumnSource> columns, Optional<Shape> shape) implements Connectivity {
    public Edges {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** Edges that are no matrix. */
    public Edges(Map<String, ColumnSource> columns) {
      this(columns, Optional.empty());
    }

    /** The same edges as elements of a matrix. */
    public Edges shaped(Shape matrix) {
      return new Edges(columns, Optional.of(matrix));
    }

    /**
     * The same edges with one more column, one value per edge; {@code values} must not change
     * afterwards.
     */
    public Edges with(String column, double... values) {
      Map<String, ColumnSource> more = new LinkedHashMap<>(columns);
      more.put(column, ColumnSource.of(SegmentColumn.of(column, values)));
      return new Edges(more, shape);
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

  /**
   * A compressed sparse matrix; every stored element is an edge, zeros too.
   *
   * @param rows what is compressed: {@code TARGET} for CSR, {@code SOURCE} for CSC of a matrix
   *     target x source
   * @param pointers one more than rows: where each row begins
   * @param indices the node of the other side, one per edge
   * @param columns one value per edge, by name, usually {@code weight}
   * @param shape of the matrix, where it is known
   */
  record Sparse(
      Axis rows,
      ColumnSource pointers,
      ColumnSource indices,
      Map<String, ColumnSource> columns,
      Optional<Shape> shape)
      implements Connectivity {
    public Sparse {
      columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    }

    /** A matrix whose shape is that of its populations. */
    public Sparse(
        Axis rows, ColumnSource pointers, ColumnSource indices, Map<String, ColumnSource> columns) {
      this(rows, pointers, indices, columns, Optional.empty());
    }

    /** The same matrix with its shape. */
    public Sparse shaped(Shape matrix) {
      return new Sparse(rows, pointers, indices, columns, Optional.of(matrix));
    }

    /**
     * The same matrix with one more value per edge, in the order of the indices; {@code values}
     * must not change afterwards.
     */
    public Sparse with(String column, double... values) {
      Map<String, ColumnSource> more = new LinkedHashMap<>(columns);
      more.put(column, ColumnSource.of(SegmentColumn.of(column, values)));
      return new Sparse(rows, pointers, indices, more, shape);
    }
  }

  /**
   * How large a matrix is, to be compared with its populations.
   *
   * @param place for messages
   * @param rows number of rows
   * @param down what they are
   * @param columns number of columns
   * @param across what they are
   */
  record Shape(String place, long rows, Axis down, long columns, Axis across) {}

  /**
   * The pairs of another projection, once more: its collocated synapses, with values of their own.
   *
   * @param projection name of one that stands before
   */
  record SamePairs(String projection) implements Connectivity {
    @Override
    public Optional<String> follows() {
      return Optional.of(projection);
    }
  }

  /**
   * Edges to or from a third population beside those of a primary projection (NEST's
   * third_factor_bernoulli_with_pool): each primary edge gets with probability p a node of its
   * target's pool. The projections IN and OUT of one primary choose the same nodes.
   *
   * @param primary name of a projection that stands before
   * @param end whether these are the edges from its sources to the third population or those from
   *     there to its targets
   * @param p a number or a formula of source and target of the primary edge
   * @param pool how pools are made
   * @param poolSize nodes of a pool; all of the third population if absent
   */
  record ThirdFactor(String primary, End end, Value p, Pool pool, Optional<Long> poolSize)
      implements Connectivity {
    @Override
    public Optional<String> follows() {
      return Optional.of(primary);
    }
  }

  /** Which end of the way through a third population. */
  enum End {
    /** From the primary sources to the third population. */
    IN,
    /** From the third population to the primary targets. */
    OUT
  }

  /** How the pools of third nodes are made. */
  enum Pool {
    /** Different nodes drawn for every target. */
    RANDOM,
    /** Neighbouring nodes; pool_size 1: one node for neighbouring targets. */
    BLOCK
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

  /**
   * A matrix target x source in compressed rows, as SciPy's {@code csr_matrix}: the edges onto
   * target t come from {@code indices[indptr[t]..indptr[t+1]-1]} with the weights at these places.
   * The arrays must not change afterwards.
   */
  static Sparse csr(long[] indptr, int[] indices, double[] weights) {
    return sparse(Axis.TARGET, indptr, indices).with("weight", weights);
  }

  /**
   * A matrix target x source in compressed columns, as SciPy's {@code csc_matrix}: the edges of
   * source s go to {@code indices[indptr[s]..indptr[s+1]-1]}. The fastest form to build from.
   */
  static Sparse csc(long[] indptr, int[] indices, double[] weights) {
    return sparse(Axis.SOURCE, indptr, indices).with("weight", weights);
  }

  private static Sparse sparse(Axis rows, long[] indptr, int[] indices) {
    return new Sparse(
        rows,
        ColumnSource.of(SegmentColumn.of("indptr", indptr)),
        ColumnSource.of(SegmentColumn.of("indices", indices)),
        Map.of());
  }

  /**
   * A matrix target x source in coordinates, as SciPy's {@code coo_matrix}: edge i goes from {@code
   * columns[i]} to {@code rows[i]}.
   */
  static Edges coo(int[] rows, int[] columns, double[] weights) {
    return edges(columns, rows).with("weight", weights);
  }

  /**
   * A dense matrix target x source of weights, row by row; every cell is an edge, zeros too ({@code
   * dropping("weight == 0")} leaves them out).
   *
   * @param weights targets x sources, row-major
   */
  static Matrix matrix(int sources, double... weights) {
    return new Matrix(
        ColumnSource.of(SegmentColumn.matrix("matrix", sources, weights)),
        Axis.TARGET,
        Axis.SOURCE,
        "weight");
  }

  /** A rule without options. */
  static Connectivity rule(String name) {
    return new Rule(name, Map.of());
  }
}
