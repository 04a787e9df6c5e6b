package org.baya.app.bench;

/**
 * What is asked of one figure of one series, on two cores.
 *
 * @param series name of the series
 * @param nest what NEST 3.9.0 (-O3, two threads) was measured to need for the same on such cores,
 *     as text; {@code -} if nobody measured
 * @param required bound that must be kept
 * @param aim bound that is hoped for; the required one if there is no other
 */
public record Target(String series, Figure figure, String nest, double required, double aim) {

  /** A target whose aim is what is required. */
  public Target(String series, Figure figure, String nest, double required) {
    this(series, figure, nest, required, required);
  }

  /** Whether more is hoped for than is required. */
  public boolean hasAim() {
    return aim != required;
  }

  /** How a value stands to the bounds: {@code aim}, {@code required} or {@code missed}. */
  public String verdict(double value) {
    if (hasAim() && keeps(value, aim)) {
      return "aim";
    }
    return keeps(value, required) ? "required" : "missed";
  }

  private boolean keeps(double value, double bound) {
    return figure.isMoreBetter() ? value >= bound : value <= bound;
  }
}
