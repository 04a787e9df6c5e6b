package org.baya.connect;

import java.util.OptionalDouble;
import java.util.Set;
import org.baya.array.ElementType;

/**
 * The edges of one projection, in parts that can be read independently: the rows of a rule, the
 * blocks of a file. Building reads the edges several times, some parts here and some there, with
 * one reader per thread, and every reading of a part gives the same edges in the same order.
 *
 * <p>Every edge has a number that addresses its random draws; it depends on neither the number of
 * threads nor the order of reading.
 */
public interface EdgeList {
  /** Most edges that are read at once. */
  int BLOCK = 4096;

  /** What the edges of one part have in common; it tells how the work of building can be split. */
  enum Order {
    /** Part i holds the edges of source i and no others. */
    BY_SOURCE,
    /** Part i holds the edges of target i and no others. */
    BY_TARGET,
    /** Nothing: every part may reach every node. */
    NONE
  }

  /** What the edges of one part have in common. */
  Order order();

  /** Number of parts. */
  int parts();

  /** Number of edges; may take a pass over all rows when it is asked for the first time. */
  long size();

  /** Whether the numbers of all edges are below {@link #size()}. */
  default boolean isNumberedThrough() {
    return false;
  }

  /** Names of further columns, for example {@code weight}. */
  Set<String> columns();

  /**
   * Where the edges come from, for error messages; {@code column} names one of source, target or
   * {@link #columns()}.
   */
  String place(String column);

  /** The type in which a column is stored. */
  ElementType type(String column);

  /** The value that a column has for all edges, if that is known without reading it. */
  default OptionalDouble constant(String column) {
    return OptionalDouble.empty();
  }

  /** A new reader. */
  Reader reader();

  /** Reads parts in blocks. Not safe for use by several threads. */
  interface Reader {
    /**
     * Moves before the first edge of {@code parts[from]}; the edges of {@code parts[from..to-1]}
     * will be read.
     *
     * @param parts numbers of parts, ascending; must not change while they are read
     */
    void seek(int[] parts, int from, int to);

    /**
     * Goes on to the next edges, of one part or of several.
     *
     * @return their number, at most {@link #BLOCK}; 0 after the last
     */
    int next();

    /** Reads the sources of these edges, 0-based inside their population, not checked. */
    void sources(int[] out);

    /** Reads the targets of these edges, 0-based inside their population, not checked. */
    void targets(int[] out);

    /** Reads the numbers of these edges. */
    void numbers(long[] out);

    /** Reads a column of these edges. */
    void column(String name, double[] out);
  }
}
