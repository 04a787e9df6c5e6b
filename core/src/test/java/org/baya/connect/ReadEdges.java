package org.baya.connect;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * All edges of a list, read for a test.
 *
 * @param sources in the order of reading
 * @param targets of each
 * @param numbers of each
 */
public record ReadEdges(int[] sources, int[] targets, long[] numbers) {

  /** Reads everything. */
  public static ReadEdges of(EdgeList edges) {
    return of(edges.reader(), IntStream.range(0, edges.parts()).toArray());
  }

  /** Reads some parts. */
  public static ReadEdges of(EdgeList.Reader reader, int... parts) {
    reader.seek(parts, 0, parts.length);
    int[] block = new int[EdgeList.BLOCK];
    long[] numbers = new long[EdgeList.BLOCK];
    ReadEdges all = new ReadEdges(new int[0], new int[0], new long[0]);
    for (int n = reader.next(); n > 0; n = reader.next()) {
      int size = all.size();
      all =
          new ReadEdges(
              Arrays.copyOf(all.sources, size + n),
              Arrays.copyOf(all.targets, size + n),
              Arrays.copyOf(all.numbers, size + n));
      reader.targets(block);
      System.arraycopy(block, 0, all.targets, size, n);
      reader.sources(block);
      System.arraycopy(block, 0, all.sources, size, n);
      reader.numbers(numbers);
      System.arraycopy(numbers, 0, all.numbers, size, n);
    }
    return all;
  }

  /** Number of edges. */
  public int size() {
    return sources.length;
  }

  /** Every edge as {@code source << 32 | target}. */
  public long[] pairs() {
    return IntStream.range(0, size())
        .mapToLong(i -> (long) sources[i] << 32 | targets[i])
        .toArray();
  }
}
