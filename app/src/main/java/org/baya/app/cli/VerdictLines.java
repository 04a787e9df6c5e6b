package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.baya.app.verify.Verdict;
import org.baya.io.text.JsonWriter;

/** Verdicts as text, a line each as they come in, and as JSON. */
final class VerdictLines {
  /** Columns for {@code deviation 3.2e-12 of 1e-09}. */
  private static final int COMPARED = 27;

  private final int width;

  private VerdictLines(int width) {
    this.width = width;
  }

  /** Lines for cases of these names, whose columns stand below each other. */
  static VerdictLines of(List<String> names) {
    return new VerdictLines(names.stream().mapToInt(String::length).max().orElse(0));
  }

  /**
   * {@code passed NAME spikes 12 of 12 deviation 3.2e-12 of 1e-09 MODELS}, and a line for each
   * remark.
   */
  List<String> of(Verdict verdict) {
    boolean skipped = verdict.outcome() == Verdict.Outcome.SKIPPED;
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-7s  %-" + Math.max(1, width) + "s  spikes %5s of %5d  %-" + COMPARED + "s  %s",
            verdict.outcome().name().toLowerCase(Locale.ROOT),
            verdict.name(),
            skipped ? "-" : Long.toString(verdict.spikes()),
            verdict.spikesExpected(),
            skipped ? String.join("; ", verdict.remarks()) : deviation(verdict),
            String.join(", ", verdict.models())));
    if (!skipped) {
      verdict.remarks().forEach(remark -> lines.add(" ".repeat(9) + remark));
    }
    return lines;
  }

  private static String deviation(Verdict verdict) {
    return Double.isNaN(verdict.deviation())
        ? "no trace compared"
        : String.format(
            Locale.ROOT, "deviation %7.1e of %6.0e", verdict.deviation(), verdict.tolerance());
  }

  /** {@code 80 passed, 2 failed, 1 skipped}. */
  static String total(List<Verdict> verdicts) {
    return count(verdicts, Verdict.Outcome.PASSED)
        + " passed, "
        + count(verdicts, Verdict.Outcome.FAILED)
        + " failed, "
        + count(verdicts, Verdict.Outcome.SKIPPED)
        + " skipped";
  }

  private static long count(List<Verdict> verdicts, Verdict.Outcome outcome) {
    return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
  }

  /** All verdicts and their counts. */
  static String json(List<Verdict> verdicts) {
    JsonWriter json = new JsonWriter().beginObject().name("cases").beginArray();
    for (Verdict verdict : verdicts) {
      json.beginObject()
          .name("name")
          .value(verdict.name())
          .name("models")
          .value(verdict.models())
          .name("verdict")
          .value(verdict.outcome().name().toLowerCase(Locale.ROOT))
          .name("spikes_expected")
          .value(verdict.spikesExpected())
          .name("spikes")
          .value(verdict.spikes())
          .name("deviation")
          .value(verdict.deviation())
          .name("tolerance")
          .value(verdict.tolerance())
          .name("remarks")
          .value(verdict.remarks())
          .endObject();
    }
    json.endArray();
    for (Verdict.Outcome outcome : Verdict.Outcome.values()) {
      json.name(outcome.name().toLowerCase(Locale.ROOT)).value(count(verdicts, outcome));
    }
    return json.endObject().toString();
  }
}
