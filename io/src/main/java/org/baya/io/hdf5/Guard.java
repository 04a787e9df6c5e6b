package org.baya.io.hdf5;

import java.util.function.Supplier;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;

/**
 * Turns whatever the foreign reader throws at a damaged file into one clear line. It has no common
 * exception: damage shows as a wrong index, an absurd array size, a cast, or an endless recursion.
 */
final class Guard {
  private static final int MOST_REASON_LENGTH = 160;

  private Guard() {}

  /** What {@code read} gives, or an input error at {@code place}. */
  static <T> T read(String place, Supplier<T> read) {
    try {
      return read.get();
    } catch (InvalidInputException | SimulationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw new InvalidInputException(
          place, "is damaged, or of a kind that is not supported (" + reason(e) + ")", e);
    }
  }

  private static String reason(Throwable e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String line = message.lines().findFirst().orElse(e.getClass().getSimpleName());
    return line.length() > MOST_REASON_LENGTH
        ? line.substring(0, MOST_REASON_LENGTH) + "..."
        : line;
  }
}
