package org.baya.io.experiment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baya.array.ColumnSource;
import org.baya.catalog.Catalog;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.network.Grouping;
import org.baya.network.Layer;
import org.baya.network.Population;
import org.baya.network.SpikeTrains;
import org.baya.network.TypeTable;
import org.baya.network.Value;

/** Reads one entry of {@code populations}. */
final class PopulationReader {
  private final ColumnReader columns;
  private final ValueReader values;
  private final ParameterReader parameterReader;
  private final LayerReader layerReader;
  private final Catalog catalog;

  PopulationReader(ColumnReader columns, ValueReader values, Catalog catalog) {
    this.columns = columns;
    this.values = values;
    this.parameterReader = new ParameterReader(values);
    this.layerReader = new LayerReader(columns, values);
    this.catalog = catalog;
  }

  /** The population of {@code field}, or nothing and problems. */
  Optional<Population> population(Field field) {
    int problemsBefore = field.problems().count();
    Optional<Population> population =
        field.section().flatMap(section -> population(field.key(), section));
    return population.filter(p -> field.problems().count() == problemsBefore);
  }

  private Optional<Population> population(String name, Section section) {
    try (section) {
      Optional<Model> model =
          section.required("model", "the name of a model, see 'baya models'").flatMap(this::model);
      Optional<Long> size =
          section.field("size").flatMap(f -> f.whole(0).stream().boxed().findFirst());
      Map<String, Value> parameters =
          section
              .field("parameters")
              .flatMap(Field::section)
              .map(inner -> parameterReader.parameters(inner.rest(), model, Set.of()))
              .orElse(Map.of());
      Optional<TypeTable> types =
          section.field("types").flatMap(Field::section).flatMap(this::types);
      Optional<SpikeTrains> spikes =
          section.field("spikes").flatMap(Field::section).flatMap(this::spikes);
      Optional<Layer> positions =
          section.field("positions").flatMap(Field::section).flatMap(layerReader::layer);
      Map<String, Value> further =
          section
              .field("columns")
              .flatMap(Field::section)
              .map(inner -> values.values(inner.rest()))
              .orElse(Map.of());
      Optional<Grouping> groups =
          section.field("groups").flatMap(Field::section).flatMap(this::groups);
      boolean sized =
          section.has("size")
              || section.has("types")
              || section.has("positions")
              || section.has("groups");
      if (!sized && parameters.values().stream().noneMatch(Value.Data.class::isInstance)) {
        section.problem("needs 'size', or a file that tells it (types, positions, groups)");
      }
      return model.map(m ->
          new Population(
              name, m.name(), size, parameters, types, spikes, positions, further, groups));
    }
  }

  private Optional<Model> model(Field field) {
    Map<String, Model> known =
        catalog.models().stream().collect(Collectors.toMap(Model::name, Function.identity()));
    Optional<String> name = field.text();
    boolean recorder =
        catalog.recorders().stream().anyMatch(r -> name.filter(r.name()::equals).isPresent());
    if (recorder) {
      field.problem(
          "is a recorder; recorders stand in 'record', see 'baya models " + name.get() + "'");
    } else if (name.isPresent() && !known.containsKey(name.get())) {
      field.problem(
          "unknown model '" + name.get() + "'; " + Names.hint(name.get(), known.keySet()));
    }
    return name.map(known::get);
  }

  private Optional<TypeTable> types(Section section) {
    try (section) {
      Optional<DataFile> file = columns.file(section);
      Optional<ColumnSource> ids =
          section
              .required("ids", "the type of each neuron, a row of the table")
              .flatMap(f -> columns.column(f, file));
      Map<String, ColumnSource> table = new LinkedHashMap<>();
      section.field("table").ifPresent(f -> table.putAll(columns.table(f, file)));
      Optional<Field> rename = section.field("rename");
      rename.flatMap(Field::section).ifPresent(inner -> rename(inner, table));
      section
          .field("columns")
          .flatMap(Field::section)
          .ifPresent(inner -> table.putAll(columns.columns(inner.rest(), file)));
      if (!section.has("table") && !section.has("columns")) {
        section.problem("needs 'table' or 'columns': the parameters of each type");
      }
      return ids.map(i -> new TypeTable(i, table));
    }
  }

  /** Gives columns of {@code table} the names of parameters; modifies it. */
  private static void rename(Section section, Map<String, ColumnSource> table) {
    Map<String, ColumnSource> before = new LinkedHashMap<>(table);
    Map<String, Field> names = section.rest();
    names.keySet().forEach(table::remove);
    for (Field field : names.values()) {
      Optional<String> name = field.text();
      ColumnSource column = before.get(field.key());
      if (column == null) {
        if (!before.isEmpty()) {
          field.problem("is no column of the table; " + Names.hint(field.key(), before.keySet()));
        }
      } else if (name.isPresent() && table.putIfAbsent(name.get(), column) != null) {
        field.problem("'" + name.get() + "' is a column of the table already");
      }
    }
  }

  private Optional<SpikeTrains> spikes(Section section) {
    try (section) {
      Optional<DataFile> file = columns.file(section);
      if (section.has("interval")) {
        return raster(section, file);
      }
      Map<String, ColumnSource> named = new LinkedHashMap<>(columns.named(section, file));
      if (!section.has("times") && !section.has("columns") && file.isPresent()) {
        named.putAll(columns.table(section.field("file").orElseThrow(), file.get()));
      }
      for (String key : List.of("ids", "times", "weights")) {
        section
            .field(key)
            .flatMap(f -> columns.column(f, file))
            .ifPresent(column -> named.put(key, column));
      }
      ColumnSource times = named.get("times");
      if (times == null) {
        if (!section.has("times") && file.stream().noneMatch(UnreadableFile.class::isInstance)) {
          String found = named.isEmpty() ? "" : "; found: " + String.join(", ", named.keySet());
          section.problem("needs 'times': spike times [ms]" + found);
        }
        return Optional.empty();
      }
      return Optional.of(
          new SpikeTrains(
              Optional.ofNullable(named.get("ids")),
              times,
              Optional.ofNullable(named.get("weights"))));
    }
  }

  /** Spikes counted in bins: a matrix nodes x bins. */
  private Optional<SpikeTrains> raster(Section section, Optional<DataFile> file) {
    section.required("file", "the matrix of spikes, nodes x bins");
    Optional<Field> interval = section.field("interval");
    OptionalDouble widthMs = interval.map(Field::number).orElse(OptionalDouble.empty());
    if (widthMs.isPresent() && widthMs.getAsDouble() <= 0) {
      interval.get().problem("is " + widthMs.getAsDouble() + "; allowed is above 0 (ms)");
      return Optional.empty();
    }
    Optional<Field> dataset = section.field("dataset");
    Optional<ColumnSource> cells =
        file.flatMap(f -> columns.cells(section.field("file").orElseThrow(), f, dataset));
    return widthMs.isEmpty()
        ? Optional.empty()
        : cells.map(matrix -> Raster.trains(matrix, widthMs.getAsDouble()));
  }

  private Optional<Grouping> groups(Section section) {
    try (section) {
      Optional<DataFile> file = columns.file(section);
      Optional<ColumnSource> ids =
          section
              .required("ids", "the group of each neuron, an index of names")
              .flatMap(f -> columns.column(f, file));
      Optional<List<String>> names =
          section.required("names", "group names").flatMap(f -> columns.texts(f, file));
      return ids.flatMap(i -> names.map(n -> new Grouping(i, n)));
    }
  }
}
