package org.baya.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule;
import org.baya.model.DeviceModel;
import org.baya.model.Dynamics;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.RecorderModel;

/**
 * One entry of the catalogue with what a list tells of it.
 *
 * @param family what kind of model it is
 */
record ModelEntry(Model model, Family family) {

  /** Kinds of models, in the order of lists. */
  enum Family {
    NEURON("Neurons"),
    SYNAPSE("Synapses"),
    STIMULATOR("Stimulators"),
    RECORDER("Recorders"),
    RULE("Connection rules");

    private final String title;

    Family(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    private static Family of(Model model) {
      return switch (model) {
        case NeuronModel ignored -> NEURON;
        case DeviceModel ignored -> STIMULATOR;
        case RecorderModel ignored -> RECORDER;
        case ConnectionRule ignored -> RULE;
        // Synapses, and the transmitters that modulate some of them.
        default -> SYNAPSE;
      };
    }
  }

  /** Everything that the catalogue has, by family, then name. */
  static List<ModelEntry> all(Catalog catalog) {
    List<Model> models = new ArrayList<>(catalog.models());
    models.addAll(catalog.recorders());
    models.addAll(catalog.rules());
    return models.stream()
        .map(model -> new ModelEntry(model, Family.of(model)))
        .sorted(
            Comparator.comparing(ModelEntry::family).thenComparing(entry -> entry.model().name()))
        .toList();
  }

  /** The receptor ports of a neuron with default parameters; empty for others. */
  String receptors() {
    if (!(model instanceof NeuronModel neuron)) {
      return "";
    }
    Dynamics dynamics = dynamics(neuron);
    int first = dynamics.routing().firstReceptor();
    int last = dynamics.routing().lastReceptor(dynamics.slots());
    boolean growing = first > 0 && neuron.parameters().stream().anyMatch(Parameter::isVector);
    return first + (last > first ? " to " + last : "") + (growing ? " by default" : "");
  }

  /** The dynamics of a neuron with default parameters. */
  static Dynamics dynamics(NeuronModel model) {
    Map<String, double[]> standard = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      standard.put(
          parameter.name(),
          parameter.standard().stream().mapToDouble(Double::doubleValue).toArray());
    }
    return model.dynamics(new Parameters(standard));
  }
}
