package org.baya.app.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.reference.ReferenceCase;
import org.baya.model.Model;
import org.baya.network.Projection;

/** Replays cases. Safe for use by several threads. */
public final class Verification {
  private final int threads;
  private final Set<String> known = new HashSet<>(Set.of(Projection.STATIC_SYNAPSE));

  /** Runs that many worker threads in each simulation. */
  public Verification(int threads) {
    this.threads = threads;
    Catalog.standard().models().stream().map(Model::name).forEach(known::add);
  }

  /** The models of a case that the catalogue does not have. */
  private List<String> missingModels(ReferenceCase reference) {
    return reference.models().stream().filter(model -> !known.contains(model)).toList();
  }

  /** Replays a case, unless a model is missing. A case that cannot be built or run has failed. */
  public Verdict verify(ReferenceCase reference) {
    List<String> missing = missingModels(reference);
    if (!missing.isEmpty()) {
      return without(
          reference, Verdict.Outcome.SKIPPED, List.of("no " + String.join(", no ", missing)));
    }
    try {
      return Comparison.of(reference, CaseReplay.run(reference, threads));
    } catch (InvalidInputException e) {
      return without(reference, Verdict.Outcome.FAILED, e.problems());
    } catch (SimulationException e) {
      return without(reference, Verdict.Outcome.FAILED, List.of(e.getMessage()));
    }
  }

  private static Verdict without(
      ReferenceCase reference, Verdict.Outcome outcome, List<String> remarks) {
    long expected = reference.spikes().values().stream().mapToLong(s -> s.size()).sum();
    return new Verdict(
        reference.name(),
        reference.models(),
        outcome,
        expected,
        0,
        Double.NaN,
        reference.tolerance(),
        remarks);
  }
}
