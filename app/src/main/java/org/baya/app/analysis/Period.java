package org.baya.app.analysis;

/**
 * The part of a run that is analysed: times t with {@code fromMs < t <= toMs}, as NEST's recorders
 * count. A spike carries the time of the end of its step, so bin {@code k} of width w holds times
 * of ({@code fromMs} + k w, {@code fromMs} + (k + 1) w]. Elephant's bins contain their left edge
 * instead; a shift of all times by one step turns one into the other.
 *
 * @param fromMs begin [ms]
 * @param toMs end [ms]; the period is empty if that is not after the begin
 */
public record Period(double fromMs, double toMs) {
  /** Far below a step, far above the rounding of step times resolution [ms]. */
  private static final double ROUNDING_MS = 1e-6;

  /** Its length [ms]. */
  public double lengthMs() {
    return Math.max(0, toMs - fromMs);
  }

  /** Whether it contains a time. */
  public boolean contains(double timeMs) {
    return timeMs > fromMs + ROUNDING_MS && timeMs <= toMs + ROUNDING_MS;
  }

  /** Number of whole bins; what is left at the end is no bin. */
  public int bins(double binMs) {
    return (int) Math.min(Integer.MAX_VALUE, (lengthMs() + ROUNDING_MS) / binMs);
  }

  /** The bin of a time of this period; {@link #bins} or more behind the last whole one. */
  public int bin(double timeMs, double binMs) {
    return Math.max(0, (int) Math.ceil((timeMs - fromMs - ROUNDING_MS) / binMs) - 1);
  }

  /** What both contain. */
  public Period and(Period other) {
    return new Period(Math.max(fromMs, other.fromMs), Math.min(toMs, other.toMs));
  }
}
