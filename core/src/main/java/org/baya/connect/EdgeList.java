package org.baya.connect;

import java.util.Set;
import org.baya.array.ElementType;

/**
 * The edges of one projection, numbered from 0. Readers are independent: building reads the edges
 * several times, in blocks, with one reader per thread, and every reading gives the same edges.
 */
public interface EdgeList {
  /** Most edges that are read at once. */
  int BLOCK = 4096;

  /** Number of edges. */
  long size();

  /** Names of further columns, for example {@code weight}. */
  Set<String> columns();

  /**
   * Where the edges come from, for error messages; {@code column} names one of source, target or
   * {@link #columns()}.
   */
  String place(String column);

  /** The type in which a column is stored. */
  ElementType type(String column);

  /** A new reader. */
  Reader reader();

  /** Reads blocks of edges. Not safe for use by several threads. */
  interface Reader {
    /** Moves to the edges {@code first..first+n-1}; n is at most {@link #BLOCK}. */
    void seek(long first, int n);

    /** Reads the sources, 0-based inside their population, not checked. */
    void sources(int[] out);

    /** Reads the targets, 0-based inside their population, not checked. */
    void targets(int[] out);

    /** Reads a column. */
    void column(String name, double[] out);
  }
}
