package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.DeviceModel;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.model.SynapseModel;
import org.baya.network.Layer;
import org.baya.network.Population;
import org.baya.network.TypeTable;
import org.baya.network.Value;
import org.baya.random.Purpose;

/**
 * Finds the size of a population and the values of its parameters: its own first, then those of its
 * types, then defaults.
 */
final class PopulationResolver {
  private final Catalog catalog;
  private final Arena arena;
  private final long seed;

  PopulationResolver(Catalog catalog, Arena arena, long seed) {
    this.catalog = catalog;
    this.arena = arena;
    this.seed = seed;
  }

  /** Resolves all populations, numbering their nodes in order; reports the problems of all. */
  List<ResolvedPopulation> resolve(List<Population> populations) {
    Set<String> names = new HashSet<>();
    AtomicLong firstNode = new AtomicLong();
    AtomicInteger index = new AtomicInteger();
    return Blueprint.all(
        populations,
        population -> {
          if (!names.add(population.name())) {
            throw new InvalidInputException(place(population), "defined twice");
          }
          ResolvedPopulation next = resolve(population, index.getAndIncrement(), firstNode.get());
          firstNode.addAndGet(next.size());
          return next;
        });
  }

  private ResolvedPopulation resolve(Population population, int index, long firstNode) {
    String place = place(population);
    Model model = catalog.model(population.model(), place + ".model");
    if (model instanceof SynapseModel) {
      throw new InvalidInputException(
          place + ".model", model.name() + " is a model of synapses, not of nodes");
    }
    Optional<Column> ids = population.types().map(types -> types.ids().open(arena));
    int size = size(population, ids, firstNode);
    if (population.spikes().isPresent()
        && !(model instanceof DeviceModel device && device.acceptsSpikeTrains())) {
      throw new InvalidInputException(
          place + ".spikes", "model " + model.name() + " sends no given spikes");
    }
    Map<String, NodeColumn> known = typeColumns(population, ids);
    checkNames(population, model);
    Map<String, NodeColumn> columns =
        new ParameterValues(place, seed, index, size, arena, known)
            .of(model, population.parameters());
    NodeValues values = new NodeValues(seed, size, arena, columns);
    addColumns(population, index, columns, values);
    LayerResolver layers = new LayerResolver(place, values, index, size);
    return new ResolvedPopulation(
        population,
        model,
        index,
        size,
        (int) firstNode,
        columns,
        population.positions().map(layers::coordinates).orElseGet(LinkedHashMap::new));
  }

  /**
   * Adds the columns that are no parameters, in their order, so that later ones may use earlier.
   */
  private static void addColumns(
      Population population, int index, Map<String, NodeColumn> columns, NodeValues values) {
    population
        .columns()
        .forEach((name, value) -> {
          String where = place(population) + ".columns." + name;
          if (columns.containsKey(name)) {
            throw new InvalidInputException(
                where, "is the name of a parameter or of a column of the types");
          }
          Purpose purpose = Purpose.of("column " + name).at(index);
          columns.put(name, values.of(value, where, purpose));
        });
  }

  private static String place(Population population) {
    return "populations." + population.name();
  }

  /** How many nodes one part of the description tells; several may stand in one place. */
  private record Told(String where, long nodes) {}

  private int size(Population population, Optional<Column> ids, long firstNode) {
    List<Told> all = new ArrayList<>();
    population.size().ifPresent(size -> all.add(new Told("size", size)));
    ids.ifPresent(column -> all.add(new Told(column.place(), column.rows())));
    if (population.positions().orElse(null) instanceof Layer.OnGrid onGrid) {
      all.add(new Told("grid " + onGrid.grid().shape(), onGrid.grid().nodes()));
    }
    LayerResolver.files(population.positions())
        .forEach((axis, data) -> {
          Column column = data.source().open(arena);
          all.add(new Told(column.place() + " (" + axis + ")", column.rows()));
        });
    if (all.isEmpty()) {
      throw new InvalidInputException(
          place(population), "needs a size, types or positions to tell how many nodes it has");
    }
    String first = all.getFirst().where;
    long size = all.getFirst().nodes;
    for (Told told : all) {
      if (told.nodes != size) {
        throw new InvalidInputException(
            place(population),
            told.where + " has " + told.nodes + " rows but " + first + " tells " + size + " nodes");
      }
    }
    if (size < 0 || firstNode + size > Integer.MAX_VALUE) {
      throw new InvalidInputException(
          place(population) + ".size",
          size + "; allowed are 0 to 2147483647 nodes in all populations together");
    }
    return (int) size;
  }

  private Map<String, NodeColumn> typeColumns(Population population, Optional<Column> ids) {
    Map<String, NodeColumn> columns = new LinkedHashMap<>();
    if (population.types().isEmpty()) {
      return columns;
    }
    TypeTable table = population.types().get();
    int[] typeOf = ids.orElseThrow().toInts();
    for (Map.Entry<String, ColumnSource> entry : table.columns().entrySet()) {
      Column column = entry.getValue().open(arena);
      checkTypes(ids.orElseThrow(), typeOf, column);
      columns.put(
          entry.getKey(), new NodeColumn.ByType(typeOf, column.toDoubles(), column.width()));
    }
    return columns;
  }

  private static void checkTypes(Column ids, int[] typeOf, Column table) {
    for (int node = 0; node < typeOf.length; node++) {
      if (typeOf[node] < 0 || typeOf[node] >= table.rows()) {
        throw new InvalidInputException(
            ids.place(),
            "row "
                + node
                + " is type "
                + typeOf[node]
                + "; "
                + table.place()
                + " has types 0 to "
                + (table.rows() - 1));
      }
    }
  }

  private static void checkNames(Population population, Model model) {
    Set<String> names =
        model.allParameters().stream().map(Parameter::name).collect(Collectors.toSet());
    for (Map.Entry<String, Value> entry : population.parameters().entrySet()) {
      if (!names.contains(entry.getKey())) {
        throw new InvalidInputException(
            place(population) + ".parameters." + entry.getKey(),
            "model "
                + model.name()
                + " has no such parameter; "
                + Names.hint(entry.getKey(), names));
      }
    }
  }
}
