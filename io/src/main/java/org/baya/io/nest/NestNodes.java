package org.baya.io.nest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.baya.array.ElementType;
import org.baya.build.NetworkNodes;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;

/**
 * Writes one population: the call that creates it, and arrays of what differs between its nodes.
 *
 * <p>All parameters and initial values are written, whatever NEST's defaults, except infinite ones:
 * they are NEST's defaults too. NEST checks numbers against each other whenever some are set (a
 * reset potential must lie below the threshold), so all of them are set in one call, before the
 * lists.
 */
final class NestNodes {
  /** Beyond these kinds of lists, nodes get theirs one by one. */
  private static final int MOST_KINDS = 1000;

  /** What devices have in common; NEST's defaults are these. */
  private static final Set<String> NEST_DEFAULTS =
      Set.of("start", "stop", "origin", "allow_offgrid_times", "shift_now_spikes");

  private static final String INDIVIDUAL = "individual_spike_trains";

  private final NetworkNodes.Nodes nodes;
  private final String name;
  private final Model model;
  private final boolean plasticTarget;
  private final ArrayFiles files;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> arrays = new ArrayList<>();
  private final Map<String, String> lists = new LinkedHashMap<>();
  private final Map<String, List<double[]>> rows = new LinkedHashMap<>();
  private final Map<String, NestValue.Kind> rowKinds = new LinkedHashMap<>();

  /**
   * A population.
   *
   * @param plasticTarget whether plastic synapses lead to it, so that its traces matter
   */
  NestNodes(NetworkNodes.Nodes nodes, boolean plasticTarget, ArrayFiles files) {
    this.nodes = nodes;
    this.name = nodes.description().name();
    this.model = nodes.model();
    this.plasticTarget = plasticTarget;
    this.files = files;
    NestModels.require(model, "populations." + name + ".model");
    if (nodes.size() == 0) {
      throw new InvalidInputException(
          "populations." + name, "has no nodes; NEST knows no empty populations");
    }
  }

  /**
   * Writes the arrays.
   *
   * @param firstNumber number of the first node
   * @param stimuli what each node does, for stimulators
   * @return the lines of the script that create the population
   */
  List<String> write(int firstNumber, List<Stimulus> stimuli, TimeGrid grid) {
    if (nodes.description().spikes().isPresent()) {
      addSpikes(stimuli, grid);
    } else {
      addParameters();
      addAfterSpikeCurrents();
    }
    List<String> lines = new ArrayList<>();
    String created = ownModel(lines);
    StringBuilder call =
        new StringBuilder("create(" + Python.text(name) + ", " + Python.text(created) + ", ");
    call.append(nodes.size()).append(", ").append(firstNumber);
    argument(call, "values", Python.dictionary(values), values.isEmpty());
    argument(call, "arrays", Python.texts(arrays), arrays.isEmpty());
    argument(call, "lists", Python.dictionary(lists), lists.isEmpty());
    if (!rows.isEmpty()) {
      writeRows(call);
    }
    lines.add(call.append(')').toString());
    return lines;
  }

  private static void argument(StringBuilder call, String key, String value, boolean none) {
    if (!none) {
      call.append(",\n        ").append(key).append('=').append(value);
    }
  }

  private List<Parameter> parameters() {
    return model instanceof NeuronModel && plasticTarget
        ? model.allParameters()
        : model.parameters();
  }

  /** Reads all parameters, node by node: those that differ become arrays. */
  private void addParameters() {
    List<Parameter> all = parameters();
    Parameters first = nodes.parameters(0);
    List<Parameter> varying = new ArrayList<>(all);
    varying.retainAll(varying(all, first));
    for (Parameter parameter : all) {
      if (!varying.contains(parameter)) {
        addCommon(parameter, first.vector(parameter));
      }
    }
    double[][] columns = new double[varying.size()][nodes.size()];
    List<List<double[]>> lists =
        varying.stream().map(p -> (List<double[]>) new ArrayList<double[]>()).toList();
    for (int node = 0; node < nodes.size(); node++) {
      Parameters own = nodes.parameters(node);
      for (int i = 0; i < columns.length; i++) {
        double[] value = own.vector(varying.get(i));
        if (varying.get(i).isVector()) {
          lists.get(i).add(value);
        } else {
          columns[i][node] = value[0];
        }
      }
    }
    for (int i = 0; i < columns.length; i++) {
      Parameter parameter = varying.get(i);
      NestValue.Kind kind = NestValue.kind(model, parameter);
      if (parameter.isVector()) {
        rows.put(parameter.name(), lists.get(i));
        rowKinds.put(parameter.name(), kind);
      } else {
        writeArray(parameter, kind, columns[i]);
      }
    }
  }

  private Set<Parameter> varying(List<Parameter> all, Parameters first) {
    Set<Parameter> varying = new LinkedHashSet<>();
    for (int node = 1; node < nodes.size(); node++) {
      Parameters own = nodes.parameters(node);
      if (own != first) {
        for (Parameter parameter : all) {
          if (!Arrays.equals(first.vector(parameter), own.vector(parameter))) {
            varying.add(parameter);
          }
        }
      }
    }
    return varying;
  }

  private void addCommon(Parameter parameter, double[] value) {
    if (isLeftOut(parameter, value)) {
      return;
    }
    NestValue.Kind kind = NestValue.kind(model, parameter);
    if (parameter.isVector()) {
      lists.put(parameter.name(), Python.list(value, kind));
    } else {
      values.put(parameter.name(), Python.number(value[0], kind));
    }
  }

  private boolean isLeftOut(Parameter parameter, double[] value) {
    boolean standard =
        Arrays.equals(
            value, parameter.standard().stream().mapToDouble(Double::doubleValue).toArray());
    return DoubleStream.of(value).anyMatch(Double::isInfinite)
        || standard && (NEST_DEFAULTS.contains(parameter.name()) || value.length == 0)
        || parameter.name().equals(INDIVIDUAL);
  }

  private void writeArray(Parameter parameter, NestValue.Kind kind, double[] all) {
    if (parameter.name().equals(INDIVIDUAL)) {
      throw new InvalidInputException(
          "populations." + name + "." + INDIVIDUAL,
          "differs between nodes; NEST has one value for all nodes of a model");
    }
    if (DoubleStream.of(all).anyMatch(Double::isInfinite)) {
      throw new InvalidInputException(
          "populations." + name + "." + parameter.name(),
          "is infinite for some nodes and finite for others; NEST takes finite numbers");
    }
    String file = "nodes/" + name + "/" + parameter.name();
    switch (kind) {
      case REAL -> files.write(file, ElementType.FLOAT64, Elements.of(all));
      case WHOLE -> files.write(file, ElementType.INT64, Elements.of(all));
      case FLAG -> files.write(file, ElementType.UINT8, Elements.of(all));
    }
    arrays.add(parameter.name());
  }

  /** NEST starts from the state, not from the parameter {@code asc_init}. */
  private void addAfterSpikeCurrents() {
    if (arrays.contains("after_spike_currents")) {
      throw new InvalidInputException(
          "populations." + name + ".after_spike_currents",
          "differs between nodes of one population; make a population of each kind for NEST");
    }
    if ("True".equals(values.get("after_spike_currents"))
        && (lists.containsKey("asc_init") || rows.containsKey("asc_init"))) {
      if (lists.containsKey("asc_init")) {
        lists.put("ASCurrents", lists.get("asc_init"));
      } else {
        rows.put("ASCurrents", rows.get("asc_init"));
        rowKinds.put("ASCurrents", NestValue.Kind.REAL);
      }
    }
  }

  /** Given spikes, on the time grid, in order. */
  private void addSpikes(List<Stimulus> stimuli, TimeGrid grid) {
    List<double[]> times = new ArrayList<>();
    List<double[]> factors = new ArrayList<>();
    boolean weighted = false;
    for (Stimulus stimulus : stimuli) {
      int[] steps = ((Stimulus.Spikes) stimulus).steps();
      double[] timesMs = new double[steps.length];
      for (int i = 0; i < steps.length; i++) {
        timesMs[i] = grid.timeMs(steps[i] + 1L);
      }
      double[] ones = new double[steps.length];
      Arrays.fill(ones, 1);
      times.add(timesMs);
      factors.add(((Stimulus.Spikes) stimulus).factors().orElse(ones));
      weighted |= ((Stimulus.Spikes) stimulus).factors().isPresent();
    }
    rows.put("spike_times", times);
    rowKinds.put("spike_times", NestValue.Kind.REAL);
    if (weighted) {
      rows.put("spike_weights", factors);
      rowKinds.put("spike_weights", NestValue.Kind.REAL);
    }
  }

  /** A parameter that NEST only takes for a whole model needs a model of its own. */
  private String ownModel(List<String> lines) {
    boolean common =
        model.parameters().stream()
            .filter(parameter -> parameter.name().equals(INDIVIDUAL))
            .anyMatch(parameter -> nodes.parameters(0).value(parameter) == 0);
    if (!common) {
      return model.name();
    }
    String own = name.replace('-', '_') + "_generator";
    lines.add(
        "nest.CopyModel("
            + Python.text(model.name())
            + ", "
            + Python.text(own)
            + ", {"
            + Python.text(INDIVIDUAL)
            + ": False})");
    return own;
  }

  private void writeRows(StringBuilder call) {
    Map<List<Double>, Integer> known = new LinkedHashMap<>();
    int[] kindOf = new int[nodes.size()];
    List<Integer> examples = new ArrayList<>();
    for (int node = 0; node < kindOf.length && known.size() <= MOST_KINDS; node++) {
      Integer kind = known.putIfAbsent(key(node), known.size());
      if (kind == null) {
        examples.add(node);
      }
      kindOf[node] = kind == null ? known.size() - 1 : kind;
    }
    boolean few = known.size() <= MOST_KINDS;
    rows.forEach((parameter, all) -> {
      List<double[]> written = few ? examples.stream().map(all::get).toList() : all;
      boolean whole = rowKinds.get(parameter) == NestValue.Kind.WHOLE;
      files.writeRows(
          "nodes/" + name + "/" + parameter,
          whole ? ElementType.INT64 : ElementType.FLOAT64,
          written);
    });
    if (few) {
      files.write("nodes/" + name + "/kind", ElementType.INT32, Elements.of(kindOf));
    }
    argument(call, few ? "kinds" : "trains", Python.texts(List.copyOf(rows.keySet())), false);
  }

  private List<Double> key(int node) {
    List<Double> key = new ArrayList<>();
    rows.values()
        .forEach(all -> {
          for (double value : all.get(node)) {
            key.add(value);
          }
          key.add(Double.NaN);
        });
    return key;
  }
}
