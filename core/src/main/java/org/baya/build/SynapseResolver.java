package org.baya.build;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.SynapseModel;
import org.baya.model.TransmitterModel;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.baya.random.Purpose;

/** Looks up the synapse model of a projection and the values of its parameters. */
final class SynapseResolver {
  private static final List<String> COMMON_VALUES = List.of("weight", "delay", "receptor");

  private final Catalog catalog;
  private final Map<String, ResolvedPopulation> populations;

  SynapseResolver(Catalog catalog, Map<String, ResolvedPopulation> populations) {
    this.catalog = catalog;
    this.populations = populations;
  }

  /**
   * The model of a projection's synapses; checks that it knows all names that are given.
   *
   * @throws InvalidInputException if the model is unknown or lacks one of the names
   */
  SynapseModel model(Projection projection) {
    String place = place(projection);
    SynapseModel model = find(projection.synapseModel(), place + ".synapse.model");
    Set<String> known = new LinkedHashSet<>(COMMON_VALUES);
    model.parameters().forEach(parameter -> known.add(parameter.name()));
    if (isModulated(model)) {
      known.add(Projection.VOLUME_TRANSMITTER);
    }
    for (String name : projection.synapse().keySet()) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            place + "." + name,
            model.name() + " has no such parameter; " + Names.hint(name, known));
      }
    }
    return model;
  }

  private SynapseModel find(String name, String place) {
    List<String> names = new ArrayList<>();
    for (Model model : catalog.models()) {
      if (model instanceof SynapseModel synapse) {
        if (model.name().equals(name)) {
          return synapse;
        }
        names.add(model.name());
      }
    }
    throw new InvalidInputException(
        place, "unknown synapse model '" + name + "'; " + Names.hint(name, names));
  }

  private static String place(Projection projection) {
    return "projections." + projection.name();
  }

  private static boolean isModulated(SynapseModel model) {
    return model instanceof PlasticModel plastic && plastic.isModulated();
  }

  /**
   * The values of its parameters.
   *
   * @param index of the projection
   * @param quantity finds the quantity of a parameter, given its random purpose
   */
  ResolvedSynapse resolve(
      Projection projection,
      SynapseModel model,
      int index,
      BiFunction<Parameter, Purpose, Quantity> quantity) {
    List<Parameter> parameters = model.parameters();
    List<Quantity> values = new ArrayList<>();
    for (int p = 0; p < parameters.size(); p++) {
      Parameter parameter = parameters.get(p);
      Quantity value = quantity.apply(parameter, Purpose.SYNAPSE.at(index).at(p));
      check(projection, model, parameter, value);
      values.add(value);
    }
    Optional<ResolvedPopulation> transmitter =
        isModulated(model) ? Optional.of(transmitter(projection, model)) : Optional.empty();
    return new ResolvedSynapse(model, parameters, values, transmitter);
  }

  private static void check(
      Projection projection, SynapseModel model, Parameter parameter, Quantity value) {
    String place = place(projection) + "." + parameter.name();
    requireCommon(model, parameter.name(), value, place);
    if (value instanceof Quantity.Fixed fixed && !parameter.range().contains(fixed.value())) {
      String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit();
      throw new InvalidInputException(
          place, fixed.value() + unit + "; allowed is " + parameter.range());
    }
  }

  /** Fails if a value that all synapses share is none. */
  static void requireCommon(SynapseModel model, String name, Quantity value, String place) {
    if (model.common().contains(name) && !(value instanceof Quantity.Fixed)) {
      throw new InvalidInputException(
          place, "differs between synapses; " + model.name() + " needs one number for all");
    }
  }

  private ResolvedPopulation transmitter(Projection projection, SynapseModel model) {
    String place = place(projection) + "." + Projection.VOLUME_TRANSMITTER;
    if (!(projection.synapse().get(Projection.VOLUME_TRANSMITTER) instanceof Value.Formula name)) {
      throw new InvalidInputException(
          place,
          "missing; " + model.name() + " needs the name of a population of volume_transmitter");
    }
    ResolvedPopulation population = populations.get(name.text());
    if (population == null) {
      throw new InvalidInputException(
          place,
          "unknown population '"
              + name.text()
              + "'; "
              + Names.hint(name.text(), populations.keySet()));
    }
    if (!(population.model() instanceof TransmitterModel) || population.size() != 1) {
      throw new InvalidInputException(
          place,
          "population '"
              + population.name()
              + "' ("
              + population.model().name()
              + ", "
              + population.size()
              + " nodes); allowed is one node of volume_transmitter");
    }
    return population;
  }
}
