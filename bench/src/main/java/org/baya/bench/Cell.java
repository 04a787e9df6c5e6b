package org.baya.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.catalog.Catalog;
import org.baya.model.NeuronModel;
import org.baya.network.Population;
import org.baya.network.Value;

/**
 * A kind of neuron to advance: a model of the catalogue with its defaults, or a form of one.
 *
 * @param name of the kind
 * @param model of the catalogue
 * @param settings parameters other than the defaults
 */
record Cell(String name, String model, Map<String, Value> settings) {

  /** All kinds: every neuron model, then the forms. */
  static List<Cell> all() {
    List<Cell> all = new ArrayList<>();
    Catalog.standard().models().stream()
        .filter(NeuronModel.class::isInstance)
        .forEach(model -> all.add(new Cell(model.name(), model.name(), Map.of())));
    for (int variant : new int[] {1, 3, 5}) {
      all.add(glif("glif" + variant + "_1", variant, "tau_syn", Value.of(new double[] {2.0})));
      all.add(glif("glif" + variant + "_4", variant, "tau_syn", Value.of(5.5, 8.5, 2.8, 5.8)));
    }
    all.add(doubleAlpha());
    Value three = Value.of(0.5, 2.0, 8.0);
    for (String shape : List.of("exp", "alpha")) {
      String model = "iaf_psc_" + shape + "_multisynapse";
      all.add(new Cell(model + "_3", model, Map.of("tau_syn", three)));
    }
    all.add(
        new Cell("izhikevich_2003", "izhikevich", Map.of("consistent_integration", Value.of(0))));
    all.add(new Cell("iaf_psc_exp_noise", "iaf_psc_exp", Map.of("delta", Value.of(2))));
    return all;
  }

  private static Cell glif(String name, int variant, String key, Value tauSyn) {
    Map<String, Value> settings = new LinkedHashMap<>();
    settings.put(key, tauSyn);
    settings.put("spike_dependent_threshold", Value.of(variant == 5 ? 1 : 0));
    settings.put("after_spike_currents", Value.of(variant >= 3 ? 1 : 0));
    settings.put("adapting_threshold", Value.of(variant == 5 ? 1 : 0));
    return new Cell(name, "glif_psc", settings);
  }

  private static Cell doubleAlpha() {
    Map<String, Value> settings =
        new LinkedHashMap<>(glif("", 3, "tau_syn_fast", Value.of(5.5, 8.5, 2.8, 5.8)).settings);
    settings.put("tau_syn_slow", Value.of(13.75, 21.25, 7.0, 14.5));
    settings.put("amp_slow", Value.of(0.3, 0.3, 0.3, 0.3));
    return new Cell("glif3_4_double", "glif_psc_double_alpha", settings);
  }

  /** The kind of that name. */
  static Cell of(String name) {
    return all().stream()
        .filter(cell -> cell.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no cell " + name));
  }

  /** {@code size} neurons at rest. */
  Population population(int size) {
    Population population = Population.of("cells", model, size);
    for (Map.Entry<String, Value> setting : settings.entrySet()) {
      population = population.with(setting.getKey(), setting.getValue());
    }
    return population;
  }

  @Override
  public String toString() {
    return name;
  }
}
