package org.baya.app.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.baya.io.reference.ReferenceCase;
import org.baya.io.reference.ReferenceCase.Spikes;
import org.baya.io.reference.ReferenceCase.Trace;

/**
 * Compares an answer with a case. Traces must agree within the case's tolerance, weights too;
 * spikes must be equal where the tolerance is at most 1e-9, otherwise every neuron must have the
 * same number of spikes and each within one step.
 */
final class Comparison {
  /** Decimal times differ by less when they mean the same; the shortest time is 1e-3 ms. */
  private static final double SAME_TIME_MS = 1e-6;

  private final ReferenceCase reference;
  private final Answer answer;
  private final List<String> remarks = new ArrayList<>();
  private double deviation = Double.NaN;
  private long spikesExpected;
  private long spikes;

  private Comparison(ReferenceCase reference, Answer answer) {
    this.reference = reference;
    this.answer = answer;
  }

  static Verdict of(ReferenceCase reference, Answer answer) {
    Comparison comparison = new Comparison(reference, answer);
    reference
        .spikes()
        .forEach((name, expected) ->
            comparison.spikes(name, expected, Objects.requireNonNull(answer.spikes().get(name))));
    reference
        .traces()
        .forEach((name, trace) ->
            comparison.trace(name, trace, Objects.requireNonNull(answer.samples().get(name))));
    reference.finalWeights().forEach(comparison::weights);
    return comparison.verdict();
  }

  private Verdict verdict() {
    return new Verdict(
        reference.name(),
        reference.models(),
        remarks.isEmpty() ? Verdict.Outcome.PASSED : Verdict.Outcome.FAILED,
        spikesExpected,
        spikes,
        deviation,
        reference.tolerance(),
        remarks);
  }

  private void spikes(String name, Spikes expected, Spikes got) {
    spikesExpected += expected.size();
    spikes += got.size();
    if (expected.size() != got.size()) {
      remarks.add(name + ": " + got.size() + " spikes, expected " + expected.size());
      return;
    }
    boolean exact = reference.spikesExact();
    double allowed = SAME_TIME_MS + (exact ? 0 : reference.network().resolutionMs());
    int[] order = order(expected, exact);
    int[] gotOrder = order(got, exact);
    for (int i = 0; i < order.length; i++) {
      int e = order[i];
      int g = gotOrder[i];
      boolean same =
          got.senders()[g] == expected.senders()[e]
              && Math.abs(got.timesMs()[g] - expected.timesMs()[e]) <= allowed;
      if (!same) {
        remarks.add(
            name
                + ": spike "
                + i
                + " is of node "
                + got.senders()[g]
                + " at "
                + got.timesMs()[g]
                + " ms, expected node "
                + expected.senders()[e]
                + " at "
                + expected.timesMs()[e]
                + " ms");
        return;
      }
    }
  }

  /** By time as they are; where times may differ, the spikes of each node together. */
  private static int[] order(Spikes spikes, boolean exact) {
    IntStream all = IntStream.range(0, spikes.size());
    return exact
        ? all.toArray()
        : all.boxed()
            .sorted(Comparator.comparingInt(i -> spikes.senders()[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  private void trace(String name, Trace trace, Answer.Samples samples) {
    int variable = 0;
    for (Map.Entry<String, double[]> entry : trace.values().entrySet()) {
      trace(name + "." + entry.getKey(), trace, entry.getValue(), samples, variable++);
    }
  }

  private void trace(
      String place, Trace trace, double[] expected, Answer.Samples samples, int variable) {
    double worst = 0;
    int at = -1;
    for (int i = 0; i < expected.length; i++) {
      long row = Math.round(trace.timesMs()[i] / reference.sampleEveryMs()) - 1;
      boolean sampled =
          row >= 0
              && row < samples.rows().length
              && Math.abs((row + 1) * reference.sampleEveryMs() - trace.timesMs()[i])
                  <= SAME_TIME_MS;
      if (!sampled) {
        remarks.add(place + ": no sample at " + trace.timesMs()[i] + " ms");
        return;
      }
      double difference =
          difference(samples.value((int) row, variable, trace.sender(i)), expected[i]);
      if (difference > worst) {
        worst = difference;
        at = i;
      }
    }
    deviation = Double.isNaN(deviation) ? worst : Math.max(deviation, worst);
    if (worst > reference.tolerance()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%s: differs by %.3g at %s ms",
              place,
              worst,
              Double.toString(trace.timesMs()[at])));
    }
  }

  /** Infinite when just one of the two is a number. */
  private static double difference(double got, double expected) {
    if (got == expected || Double.isNaN(got) && Double.isNaN(expected)) {
      return 0;
    }
    double difference = Math.abs(got - expected);
    return Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
  }

  private void weights(String projection, double[] expected) {
    FinalWeights got = Objects.requireNonNull(answer.finalWeights().get(projection));
    if (got.inOrder().length != expected.length) {
      remarks.add(
          projection + ": " + got.inOrder().length + " final weights, expected " + expected.length);
      return;
    }
    int different = firstDifference(got.inOrder(), expected);
    if (different < expected.length
        && firstDifference(got.bySource(), expected) < expected.length) {
      remarks.add(
          projection
              + ": final weight "
              + different
              + " is "
              + got.inOrder()[different]
              + ", expected "
              + expected[different]);
    }
  }

  /** Index of the first weight beyond the tolerance; the length if there is none. */
  private int firstDifference(double[] got, double[] expected) {
    int i = 0;
    while (i < got.length && difference(got[i], expected[i]) <= reference.tolerance()) {
      i++;
    }
    return i;
  }
}
