package org.baya.random;

import java.util.Arrays;
import java.util.Objects;

/**
 * Threefry4x32-20: a bijection of 128-bit counters under a 128-bit key whose outputs are
 * statistically independent of each other and of those of any other key.
 *
 * <p>Implementation overview: twenty rounds of add, rotate and exclusive-or on four 32-bit words,
 * with a key injection before the first and after every fourth round (J. K. Salmon, M. A. Moraes,
 * R. O. Dror, D. E. Shaw: Parallel random numbers: as easy as 1, 2, 3, SC'11, <a
 * href="https://doi.org/10.1145/2063384.2063405">doi:10.1145/2063384.2063405</a>). The rotation
 * distances and the key parity are the published ones; tests compare with the known answers of the
 * authors.
 *
 * <p>Half a round is written {@code b = rotateLeft(b, r) ^ (a += b)}: Java rotates the old b, then
 * adds it to a, then takes the exclusive-or with the new a.
 *
 * <p>The layout of key and counter, low word first:
 *
 * <pre>
 *   word     0             1              2               3
 *   key      seed low      seed high      purpose low     purpose high
 *   counter  entity low    entity high    step            block
 * </pre>
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class Threefry {
  /** Skein's key schedule parity for 32-bit words. */
  private static final int PARITY = 0x1BD11BDA;

  /** Words of a block. */
  static final int WORDS = 4;

  private static final int INJECTIONS = 6;

  private final int k0;
  private final int k1;
  private final int k2;
  private final int k3;
  private final int k4;
  private final int[] schedule = new int[WORDS * INJECTIONS];

  /** The function under the key (seed, purpose). */
  public Threefry(long seed, long purpose) {
    k0 = (int) seed;
    k1 = (int) (seed >>> 32);
    k2 = (int) purpose;
    k3 = (int) (purpose >>> 32);
    k4 = PARITY ^ k0 ^ k1 ^ k2 ^ k3;
    int[] keys = {k0, k1, k2, k3, k4};
    for (int i = 0; i < INJECTIONS; i++) {
      for (int word = 0; word < WORDS; word++) {
        schedule[WORDS * i + word] = keys[(i + word) % keys.length] + (word == WORDS - 1 ? i : 0);
      }
    }
  }

  /**
   * What is added to word {@code word} of the state at injection 0 to 5, before the first round and
   * after each fourth.
   */
  public int injected(int injection, int word) {
    return schedule[WORDS * injection + word];
  }

  /**
   * The four random words of one counter.
   *
   * @param out length at least 4, receives words 0..3
   */
  public void words(long entity, int step, int block, int[] out) {
    int x0 = (int) entity + k0;
    int x1 = (int) (entity >>> 32) + k1;
    int x2 = step + k2;
    int x3 = block + k3;
    x1 = Integer.rotateLeft(x1, 10) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 26) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 11) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 21) ^ (x2 += x1);
    x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 27) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 23) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 5) ^ (x2 += x1);
    x0 += k1;
    x1 += k2;
    x2 += k3;
    x3 += k4 + 1;
    x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 20) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 17) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 11) ^ (x2 += x1);
    x1 = Integer.rotateLeft(x1, 25) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 10) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 18) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 20) ^ (x2 += x1);
    x0 += k2;
    x1 += k3;
    x2 += k4;
    x3 += k0 + 2;
    x1 = Integer.rotateLeft(x1, 10) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 26) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 11) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 21) ^ (x2 += x1);
    x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 27) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 23) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 5) ^ (x2 += x1);
    x0 += k3;
    x1 += k4;
    x2 += k0;
    x3 += k1 + 3;
    x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 20) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 17) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 11) ^ (x2 += x1);
    x1 = Integer.rotateLeft(x1, 25) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 10) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 18) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 20) ^ (x2 += x1);
    x0 += k4;
    x1 += k0;
    x2 += k1;
    x3 += k2 + 4;
    x1 = Integer.rotateLeft(x1, 10) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 26) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 11) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 21) ^ (x2 += x1);
    x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
    x3 = Integer.rotateLeft(x3, 27) ^ (x2 += x3);
    x3 = Integer.rotateLeft(x3, 23) ^ (x0 += x3);
    x1 = Integer.rotateLeft(x1, 5) ^ (x2 += x1);
    x0 += k0;
    x1 += k1;
    x2 += k2;
    x3 += k3 + 5;
    out[0] = x0;
    out[1] = x1;
    out[2] = x2;
    out[3] = x3;
  }

  /**
   * The four random words of n consecutive entities at one step and block, equal to {@link
   * #words(long, int, int, int[])} for each.
   *
   * @param firstEntity entity of index 0; index i is entity {@code firstEntity + i}
   * @param w0 length at least n, receives word 0 of each entity
   * @param w1 length at least n, receives word 1
   * @param w2 length at least n, receives word 2
   * @param w3 length at least n, receives word 3
   */
  public void fill(
      long firstEntity, int n, int step, int block, int[] w0, int[] w1, int[] w2, int[] w3) {
    Objects.checkFromIndexSize(0, n, w0.length);
    Objects.checkFromIndexSize(0, n, w1.length);
    for (int i = 0; i < n; i++) {
      long entity = firstEntity + i;
      w0[i] = (int) entity;
      w1[i] = (int) (entity >>> 32);
    }
    Arrays.fill(w2, 0, n, step);
    Arrays.fill(w3, 0, n, block);
    mix(n, w0, w1, w2, w3);
  }

  /**
   * The four random words of n consecutive blocks of one entity and step: a long stretch of one
   * stream.
   *
   * @param w0 length at least n, receives word 0 of each block
   * @param w1 length at least n, receives word 1
   * @param w2 length at least n, receives word 2
   * @param w3 length at least n, receives word 3
   */
  void fillBlocks(
      long entity, int step, int firstBlock, int n, int[] w0, int[] w1, int[] w2, int[] w3) {
    Arrays.fill(w0, 0, n, (int) entity);
    Arrays.fill(w1, 0, n, (int) (entity >>> 32));
    Arrays.fill(w2, 0, n, step);
    for (int i = 0; i < n; i++) {
      w3[i] = firstBlock + i;
    }
    mix(n, w0, w1, w2, w3);
  }

  /**
   * The four random words of n listed entities; like {@link #fill(long, int, int, int, int[],
   * int[], int[], int[])}.
   *
   * @param entities length at least {@code from + n}; entity of index i is {@code entities[from +
   *     i]}
   */
  public void fill(
      long[] entities,
      int from,
      int n,
      int step,
      int block,
      int[] w0,
      int[] w1,
      int[] w2,
      int[] w3) {
    Objects.checkFromIndexSize(from, n, entities.length);
    Objects.checkFromIndexSize(0, n, w0.length);
    Objects.checkFromIndexSize(0, n, w1.length);
    for (int i = 0; i < n; i++) {
      long entity = entities[from + i];
      w0[i] = (int) entity;
      w1[i] = (int) (entity >>> 32);
    }
    Arrays.fill(w2, 0, n, step);
    Arrays.fill(w3, 0, n, block);
    mix(n, w0, w1, w2, w3);
  }

  /**
   * The straight-line body over arrays, which C2 turns into vector instructions.
   *
   * @param w0 length at least n, entity low on entry, word 0 on return
   * @param w1 length at least n, entity high on entry, word 1 on return
   * @param w2 length at least n, step on entry, word 2 on return
   * @param w3 length at least n, block on entry, word 3 on return
   */
  private void mix(int n, int[] w0, int[] w1, int[] w2, int[] w3) {
    Objects.checkFromIndexSize(0, n, w0.length);
    Objects.checkFromIndexSize(0, n, w1.length);
    Objects.checkFromIndexSize(0, n, w2.length);
    Objects.checkFromIndexSize(0, n, w3.length);
    final int k0 = this.k0;
    final int k1 = this.k1;
    final int k2 = this.k2;
    final int k3 = this.k3;
    final int k4 = this.k4;
    for (int i = 0; i < n; i++) {
      int x0 = w0[i] + k0;
      int x1 = w1[i] + k1;
      int x2 = w2[i] + k2;
      int x3 = w3[i] + k3;
      x1 = Integer.rotateLeft(x1, 10) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 26) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 11) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 21) ^ (x2 += x1);
      x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 27) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 23) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 5) ^ (x2 += x1);
      x0 += k1;
      x1 += k2;
      x2 += k3;
      x3 += k4 + 1;
      x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 20) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 17) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 11) ^ (x2 += x1);
      x1 = Integer.rotateLeft(x1, 25) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 10) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 18) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 20) ^ (x2 += x1);
      x0 += k2;
      x1 += k3;
      x2 += k4;
      x3 += k0 + 2;
      x1 = Integer.rotateLeft(x1, 10) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 26) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 11) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 21) ^ (x2 += x1);
      x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 27) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 23) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 5) ^ (x2 += x1);
      x0 += k3;
      x1 += k4;
      x2 += k0;
      x3 += k1 + 3;
      x1 = Integer.rotateLeft(x1, 6) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 20) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 17) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 11) ^ (x2 += x1);
      x1 = Integer.rotateLeft(x1, 25) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 10) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 18) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 20) ^ (x2 += x1);
      x0 += k4;
      x1 += k0;
      x2 += k1;
      x3 += k2 + 4;
      x1 = Integer.rotateLeft(x1, 10) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 26) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 11) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 21) ^ (x2 += x1);
      x1 = Integer.rotateLeft(x1, 13) ^ (x0 += x1);
      x3 = Integer.rotateLeft(x3, 27) ^ (x2 += x3);
      x3 = Integer.rotateLeft(x3, 23) ^ (x0 += x3);
      x1 = Integer.rotateLeft(x1, 5) ^ (x2 += x1);
      x0 += k0;
      x1 += k1;
      x2 += k2;
      x3 += k3 + 5;
      w0[i] = x0;
      w1[i] = x1;
      w2[i] = x2;
      w3[i] = x3;
    }
  }
}
