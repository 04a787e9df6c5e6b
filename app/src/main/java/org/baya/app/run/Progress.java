package org.baya.app.run;

import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Shows how far a run has come. */
public interface Progress {

  /**
   * Does {@code work} and shows its progress meanwhile.
   *
   * @param phase one word: load, build, simulate, write
   * @param share done so far, 0 to 1; called by another thread; NaN while nobody knows
   */
  <T> T during(String phase, DoubleSupplier share, Supplier<T> work);

  /** Shows a line that stays. */
  void say(String line);

  /** Shows nothing. */
  static Progress none() {
    return new Progress() {
      @Override
      public <T> T during(String phase, DoubleSupplier share, Supplier<T> work) {
        return work.get();
      }

      @Override
      public void say(String line) {}
    };
  }
}
