package org.baya.array;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.baya.allocation.Allocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongSortTest {
  private final LongSort sort = new LongSort();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7, 43, 44, 45, 100, 2047, 2048, 2049, 5000, 40_000})
  void shouldSortAsTheLibraryDoes(int size) {
    SplittableRandom random = new SplittableRandom(size);
    for (long bound : new long[] {2, 1000, 1L << 11, 1L << 22, 1L << 32, Long.MAX_VALUE}) {
      long[] keys = random.longs(size, 0, bound).toArray();
      checkAgainstLibrary(keys, size);
    }
  }

  @Test
  void shouldSortKeysThatDifferInAnyOneBit() {
    for (int bit = 0; bit < 63; bit++) {
      long mask = 1L << bit;
      long[] keys = new SplittableRandom(bit).longs(3000, 0, 2).map(key -> key * mask).toArray();
      checkAgainstLibrary(keys, keys.length);
    }
  }

  @Test
  void shouldSortSpikeKeysOfFewStepsAndManyNodes() {
    SplittableRandom random = new SplittableRandom(5);
    long[] keys =
        IntStream.range(0, 20_000)
            .mapToLong(i -> (70_000L + random.nextInt(16)) << 32 | random.nextInt(60_000))
            .toArray();
    checkAgainstLibrary(keys, keys.length);
  }

  @Test
  void shouldLeaveWhatLiesBehindTheEnd() {
    for (int size : new int[] {10, 3000}) {
      long[] keys = new SplittableRandom(1).longs(size + 5, 0, 1 << 20).toArray();
      checkAgainstLibrary(keys, size);
    }
  }

  @Test
  void shouldServeAnySizeAgain() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 50; round++) {
      int size = random.nextInt(8000);
      checkAgainstLibrary(random.longs(size, 0, Long.MAX_VALUE).toArray(), size);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 25, 43, 44, 65, 200, 500, 2047, 2048, 4097, 10_000})
  void shouldAllocateNothingOnceItsBufferHasGrown(int size) {
    long[] unsorted = new SplittableRandom(size).longs(size, 0, 1L << 40).toArray();
    long[] keys = unsorted.clone();
    Runnable work =
        () -> {
          System.arraycopy(unsorted, 0, keys, 0, size);
          sort.sort(keys, size);
        };
    assertThat(Allocation.least(work)).isZero();
  }

  private void checkAgainstLibrary(long[] keys, int n) {
    long[] expected = keys.clone();
    Arrays.sort(expected, 0, n);
    sort.sort(keys, n);
    assertThat(Arrays.equals(keys, expected)).as("%d keys are sorted", n).isTrue();
  }
}
