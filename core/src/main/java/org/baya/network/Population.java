package org.baya.network;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes of one model.
 *
 * @param name unique in the network
 * @param model a name of the catalogue, NEST's where NEST has it
 * @param size number of nodes; absent when the files tell it
 * @param parameters values by NEST parameter name; they win over {@code types}
 * @param types parameters by type
 * @param spikes given spikes, for models that emit them
 * @param positions where the nodes lie
 * @param columns further values of each node by name, for formulas: {@code name[source]}
 * @param groups named groups for reports
 */
public record Population(
    String name,
    String model,
    Optional<Long> size,
    Map<String, Value> parameters,
    Optional<TypeTable> types,
    Optional<SpikeTrains> spikes,
    Optional<Layer> positions,
    Map<String, Value> columns,
    Optional<Grouping> groups) {

  public Population {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    columns = Collections.unmodifiableMap(new LinkedHashMap<>(columns));
  }

  /** {@code size} nodes with the model's default parameters. */
  public static Population of(String name, String model, long size) {
    return new Population(
        name,
        model,
        Optional.of(size),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** Nodes whose number is told by their files. */
  public static Population of(String name, String model) {
    return new Population(
        name,
        model,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        Optional.empty());
  }

  /** The same population with one more parameter. */
  public Population with(String parameter, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(parameters);
    more.put(parameter, value);
    return new Population(name, model, size, more, types, spikes, positions, columns, groups);
  }

  /** The same population with a number for one parameter. */
  public Population with(String parameter, double value) {
    return with(parameter, Value.of(value));
  }

  /** The same population with parameters by type. */
  public Population withTypes(TypeTable table) {
    return new Population(
        name, model, size, parameters, Optional.of(table), spikes, positions, columns, groups);
  }

  /** The same population with given spikes. */
  public Population withSpikes(SpikeTrains trains) {
    return new Population(
        name, model, size, parameters, types, Optional.of(trains), positions, columns, groups);
  }

  /** The same population in a layer; a grid tells how many nodes there are. */
  public Population withPositions(Layer layer) {
    return new Population(
        name, model, size, parameters, types, spikes, Optional.of(layer), columns, groups);
  }

  /** The same population with one more value of each node for formulas. */
  public Population withColumn(String column, Value value) {
    Map<String, Value> more = new LinkedHashMap<>(columns);
    more.put(column, value);
    return new Population(name, model, size, parameters, types, spikes, positions, more, groups);
  }
}
