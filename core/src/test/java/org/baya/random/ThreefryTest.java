package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThreefryTest {

  /** The threefry4x32, 20 rounds, lines of kat_vectors in the authors' Random123 distribution. */
  @Test
  void shouldGiveThePublishedAnswersWhenCounterAndKeyAreTheirs() {
    assertThat(words(0, 0, 0, 0, 0))
        .containsExactly(0x9c6ca96a, 0xe17eae66, 0xfc10ecd4, 0x5256a7d8);
    assertThat(words(-1, -1, -1, -1, -1))
        .containsExactly(0x2a881696, 0x57012287, 0xf6c7446e, 0xa16a6732);
    assertThat(
            words(
                0x299f31d0a4093822L,
                0xec4e6c89082efa98L,
                0x85a308d3243f6a88L,
                0x13198a2e,
                0x03707344))
        .containsExactly(0x59cd1dbb, 0xb8879579, 0x86b5d00c, 0xac8b6d84);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 17, 63, 512, 4099})
  void shouldEqualTheScalarFormWhenFilledInBulk(int n) {
    Threefry threefry = new Threefry(0x123456789ABCDEFL, 0x0FEDCBA987654321L);
    long first = 0xFFFF_FFF0L;
    long[] ids = new long[n + 3];
    for (int i = 0; i < n; i++) {
      ids[i + 3] = first + (long) i * i * 977;
    }
    int[][] range = new int[4][n];
    int[][] list = new int[4][n];
    int[] expected = new int[4];

    // repeated, so that the compiled loop is compared too
    for (int repeat = 0; repeat < 200; repeat++) {
      threefry.fill(first, n, repeat, -5, range[0], range[1], range[2], range[3]);
      threefry.fill(ids, 3, n, repeat, 9, list[0], list[1], list[2], list[3]);
    }

    for (int i = 0; i < n; i++) {
      threefry.words(first + i, 199, -5, expected);
      assertThat(column(range, i)).containsExactly(expected);
      threefry.words(ids[i + 3], 199, 9, expected);
      assertThat(column(list, i)).containsExactly(expected);
    }
  }

  @Test
  void shouldRefuseWhenAnArrayIsTooShort() {
    Threefry threefry = new Threefry(1, 2);
    int[] eight = new int[8];
    int[] seven = new int[7];
    long[] ids = new long[8];

    assertThatThrownBy(() -> threefry.fill(0, 8, 0, 0, seven, eight, eight, eight))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> threefry.fill(0, 8, 0, 0, eight, eight, eight, seven))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> threefry.fill(ids, 1, 8, 0, 0, eight, eight, eight, eight))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static int[] words(long seed, long purpose, long entity, int step, int block) {
    int[] out = new int[4];
    new Threefry(seed, purpose).words(entity, step, block, out);
    return out;
  }

  private static int[] column(int[][] rows, int i) {
    return new int[] {rows[0][i], rows[1][i], rows[2][i], rows[3][i]};
  }
}
