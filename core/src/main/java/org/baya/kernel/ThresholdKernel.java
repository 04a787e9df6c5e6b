package org.baya.kernel;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.random.ThresholdCount;

/** Vector twin of {@link ThresholdCount#PLAIN}. */
final class ThresholdKernel implements ThresholdCount {
  private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
  private static final short SIGN = Short.MIN_VALUE;

  @Override
  public void count(short[] thresholds, int n, int[] words, int[] counts) {
    int end = INTS.loopBound(n);
    for (int i = 0; i < end; i += INTS.length()) {
      ShortVector number =
          IntVector.fromArray(INTS, words, i)
              .reinterpretAsShorts()
              .lanewise(VectorOperators.XOR, SIGN);
      ShortVector count = number.sub(number);
      for (short threshold : thresholds) {
        count =
            count
                .add((short) 1, number.compare(VectorOperators.GE, threshold))
                .add((short) TIE, number.compare(VectorOperators.EQ, threshold));
      }
      count.reinterpretAsInts().intoArray(counts, i);
    }
    if (end < n) {
      rest(thresholds, end, n, words, counts);
    }
  }

  /** The last words, which do not fill a vector. */
  private static void rest(short[] thresholds, int from, int n, int[] words, int[] counts) {
    for (int i = from; i < n; i++) {
      counts[i] = ThresholdCount.word(thresholds, words[i]);
    }
  }
}
