package org.baya.io.nest;

import java.util.Map;
import java.util.Set;
import org.baya.model.Model;
import org.baya.model.Parameter;

/** What NEST takes for a parameter: it tells whole numbers and truth values from real numbers. */
final class NestValue {
  /** Parameters that are whole numbers in NEST, by model. */
  private static final Map<String, Set<String>> WHOLE =
      Map.of(
          "gamma_sup_generator", Set.of("gamma_shape", "n_proc"),
          "pulsepacket_generator", Set.of("activity"),
          "pp_psc_delta", Set.of("dead_time_shape"),
          "quantal_stp_synapse", Set.of("n", "a"),
          "spike_generator", Set.of("spike_multiplicities"),
          "spike_train_injector", Set.of("spike_multiplicities"));

  private NestValue() {}

  /** Kinds of numbers. */
  enum Kind {
    REAL,
    WHOLE,
    FLAG
  }

  /** The kind of a parameter's numbers. */
  static Kind kind(Model model, Parameter parameter) {
    if (parameter.kind() == Parameter.Kind.FLAG) {
      return Kind.FLAG;
    }
    boolean whole = WHOLE.getOrDefault(model.name(), Set.of()).contains(parameter.name());
    return whole ? Kind.WHOLE : Kind.REAL;
  }
}
