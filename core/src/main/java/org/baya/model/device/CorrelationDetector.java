package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.Range;
import org.baya.model.RecorderModel;

/**
 * Raw cross-correlation of two populations: bin n of the histogram counts the pairs of a spike of
 * the first at t1 and one of the second at t2 with
 *
 * <pre>
 * (n - 1/2) delta_tau - tau_max &lt;= t2 - t1 &lt; (n + 1/2) delta_tau - tau_max
 * </pre>
 *
 * <p>for n = 0 ... 2 tau_max / delta_tau. A pair counts if the time t of its later spike is in
 * (Tstart, Tstop]; to avoid effects of the edge, begin at least tau_max after the first spikes.
 * Delays play no part.
 *
 * <p>A second histogram adds, for each pair, the product of the weights of its two nodes; all
 * weights are 1 unless {@code weights} gives a number, or one for each node, for either population.
 *
 * <p>In an experiment: {@code correlation_detector: {of: [first, second], delta_tau: 0.5, tau_max:
 * 50, weights: [1.0, [0.5, 2.0]], format: csv}}, written to {@code FIRST_SECOND_correlation.csv}
 * (or {@code h5} or {@code npz}) with the columns lag (the middle of the bin), count_histogram and
 * histogram; in Java, {@code Simulation.correlate}.
 *
 * <p>Differences from NEST: it is not connected, so weights belong to nodes, not connections, and
 * factors on the weight of single spikes ({@code spike_weights}) are left out.
 */
public final class CorrelationDetector implements RecorderModel {
  private static final Parameter DELTA_TAU =
      Parameter.scalar(
          "delta_tau",
          "ms",
          0.5,
          Range.POSITIVE,
          "width of a bin, an odd multiple of the resolution");
  private static final Parameter TAU_MAX =
      Parameter.scalar(
          "tau_max",
          "ms",
          5,
          Range.POSITIVE,
          "middle of the outermost bins, a multiple of delta_tau");
  private static final Parameter T_START =
      Parameter.scalar("Tstart", "ms", 0, Range.NON_NEGATIVE, "begin of counting");
  private static final Parameter T_STOP =
      Parameter.scalar(
          "Tstop",
          "ms",
          Double.POSITIVE_INFINITY,
          new Range(0, true, Double.POSITIVE_INFINITY, true),
          "end of counting");

  @Override
  public String name() {
    return "correlation_detector";
  }

  @Override
  public String summary() {
    return "histogram of time differences between the spikes of two populations";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of(DELTA_TAU, TAU_MAX, T_START, T_STOP);
  }
}
