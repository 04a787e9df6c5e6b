package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IntLogTest {
  private static final int LENGTH = 2_000_000;

  @Test
  void shouldGiveBackWhatWasWrittenAcrossPages() {
    IntLog log = new IntLog();
    long[] ends = new long[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      ends[i] = log.end();
      log.append(3 * i);
    }
    int[] lengths = {0, 1, 1023, 1024, 1025, 100_000, 700_000};
    for (int begin = 0; begin < LENGTH; begin += 12_345) {
      for (int length : lengths) {
        int n = Math.min(length, LENGTH - begin);
        int[] out = new int[n + 2];
        log.copy(ends[begin], n, out, 1);
        int first = begin;
        assertThat(out).startsWith(0).endsWith(0);
        assertThat(IntStream.range(0, n).allMatch(i -> out[1 + i] == 3 * (first + i))).isTrue();
      }
    }
  }

  @Test
  void shouldCopyNothingFromItsEnd() {
    IntLog log = new IntLog();
    int[] out = {7};
    log.copy(log.end(), 0, out, 0);
    assertThat(out).containsExactly(7);
  }
}
