package org.baya.app.analysis;

/**
 * The times of a list of spikes, ascending, in the form in which a recorder holds them. Arrays are
 * shared, not copied.
 */
public sealed interface SpikeTimes {

  /** Number of spikes. */
  int count();

  /** Time [ms] of spike {@code i}: the end of its step. */
  double timeMs(int i);

  /** No spike at all. */
  static SpikeTimes none() {
    return new OfSteps(new int[0], 0, 1.0);
  }

  /**
   * Times as step numbers.
   *
   * @param steps the first {@code count} elements are used; ascending
   * @param resolutionMs time of a spike is its step times this
   */
  record OfSteps(int[] steps, int count, double resolutionMs) implements SpikeTimes {
    /** Checks that {@code steps} is long enough. */
    public OfSteps {
      requireLength(steps.length, count);
    }

    @Override
    public double timeMs(int i) {
      return steps[i] * resolutionMs;
    }
  }

  /**
   * Times as 64-bit step numbers.
   *
   * @param steps the first {@code count} elements are used; ascending
   * @param resolutionMs time of a spike is its step times this
   */
  record OfLongSteps(long[] steps, int count, double resolutionMs) implements SpikeTimes {
    /** Checks that {@code steps} is long enough. */
    public OfLongSteps {
      requireLength(steps.length, count);
    }

    @Override
    public double timeMs(int i) {
      return steps[i] * resolutionMs;
    }
  }

  /**
   * Times as they are.
   *
   * @param timesMs the first {@code count} elements are used; [ms], ascending
   */
  record OfMilliseconds(double[] timesMs, int count) implements SpikeTimes {
    /** Checks that {@code timesMs} is long enough. */
    public OfMilliseconds {
      requireLength(timesMs.length, count);
    }

    @Override
    public double timeMs(int i) {
      return timesMs[i];
    }
  }

  private static void requireLength(int length, int count) {
    if (count < 0 || count > length) {
      throw new IllegalArgumentException(
          "count is " + count + " but the array has " + length + " elements");
    }
  }
}
