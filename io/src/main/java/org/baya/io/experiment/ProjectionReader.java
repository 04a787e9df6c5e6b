package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.baya.array.ColumnSource;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.network.Connectivity;
import org.baya.network.Masking;
import org.baya.network.Projection;
import org.baya.network.Value;

/** Reads one entry of {@code projections}. */
final class ProjectionReader {
  private static final List<String> CONNECTIVITY = List.of("algebra", "edges", "matrix", "rule");

  private final ColumnReader columns;
  private final ValueReader values;
  private final ParameterReader parameterReader;
  private final Catalog catalog;
  private final Set<String> populations;

  /**
   * A reader.
   *
   * @param populations the names that {@code from} and {@code to} may have
   */
  ProjectionReader(
      ColumnReader columns, ValueReader values, Catalog catalog, Set<String> populations) {
    this.columns = columns;
    this.values = values;
    this.parameterReader = new ParameterReader(values);
    this.catalog = catalog;
    this.populations = populations;
  }

  /** The projection of {@code field}, or nothing and problems. */
  Optional<Projection> projection(Field field) {
    int problemsBefore = field.problems().count();
    Optional<Projection> projection =
        field.section().flatMap(section -> projection(field.key(), section));
    return projection.filter(p -> field.problems().count() == problemsBefore);
  }

  private Optional<Projection> projection(String name, Section section) {
    try (section) {
      Optional<String> from = population(section, "from");
      Optional<String> to = population(section, "to");
      Map<String, Value> synapse = new LinkedHashMap<>();
      for (String key : List.of("weight", "delay", "receptor")) {
        section.field(key).flatMap(values::value).ifPresent(value -> synapse.put(key, value));
      }
      String model =
          section
              .field("synapse")
              .flatMap(Field::section)
              .map(inner -> synapse(inner, synapse))
              .orElse("static_synapse");
      Optional<String> drop =
          section.field("drop").filter(field -> !field.isFalse()).flatMap(values::formula);
      Optional<Connectivity> connectivity = connectivity(section);
      if (from.isEmpty() || to.isEmpty()) {
        return Optional.empty();
      }
      return connectivity.map(
          c -> new Projection(name, from.get(), to.get(), c, synapse, model, drop));
    }
  }

  private Optional<String> population(Section section, String key) {
    Optional<Field> field = section.required(key, "the name of a population");
    Optional<String> name = field.flatMap(Field::text);
    if (name.isPresent() && !populations.contains(name.get())) {
      field
          .get()
          .problem("no population '" + name.get() + "'; " + Names.hint(name.get(), populations));
      return Optional.empty();
    }
    return name;
  }

  /** Adds the synapse model's parameters to {@code synapse} and returns its name. */
  private String synapse(Section section, Map<String, Value> synapse) {
    try (section) {
      String model =
          section.required("model", "the name of a synapse model").flatMap(Field::text).orElse("");
      for (Map.Entry<String, Field> entry : section.rest().entrySet()) {
        if (synapse.containsKey(entry.getKey())) {
          entry.getValue().problem("is set beside 'synapse' already");
        }
        values.value(entry.getValue()).ifPresent(value -> synapse.put(entry.getKey(), value));
      }
      return model;
    }
  }

  private Optional<Connectivity> connectivity(Section section) {
    List<String> present = CONNECTIVITY.stream().filter(section::has).toList();
    if (present.size() != 1) {
      String found = present.isEmpty() ? "none" : String.join(" and ", present);
      section.problem("needs one of algebra, edges, matrix, rule; found " + found);
      if (present.isEmpty()) {
        return Optional.empty();
      }
    }
    return section
        .field(present.getFirst())
        .flatMap(field ->
            switch (field.key()) {
              case "algebra" -> algebra(field, section);
              case "edges" -> field.section().flatMap(this::edges);
              case "matrix" -> field.section().flatMap(this::matrix);
              default -> rule(field, section);
            });
  }

  private Optional<Connectivity> rule(Field field, Section section) {
    Map<String, ConnectionRule> known =
        catalog.rules().stream().collect(Collectors.toMap(Model::name, Function.identity()));
    Optional<String> name = field.text();
    if (name.isPresent() && !known.containsKey(name.get())) {
      field.problem("unknown rule '" + name.get() + "'; " + Names.hint(name.get(), known.keySet()));
    }
    Optional<Masking> masking = masking(section);
    Set<String> keys = Set.copyOf(section.askedKeys());
    Map<String, Value> options =
        parameterReader.parameters(section.rest(), name.map(known::get), keys);
    return name.map(n -> new Connectivity.Rule(n, options, masking));
  }

  private static Optional<Masking> masking(Section section) {
    Optional<Field> field = section.field("mask");
    boolean useOnSource = section.field("use_on_source").flatMap(Field::flag).orElse(false);
    boolean oversized = section.field("allow_oversized_mask").flatMap(Field::flag).orElse(false);
    if (field.isEmpty() && section.has("allow_oversized_mask")) {
      section.problem("'allow_oversized_mask' is about a mask; needs 'mask'");
    }
    return field
        .flatMap(MaskReader::mask)
        .map(mask -> new Masking(mask, useOnSource, oversized));
  }

  private static Optional<Connectivity> algebra(Field field, Section section) {
    List<String> values = new ArrayList<>();
    section
        .field("values")
        .ifPresent(names -> names.oneOrMore().forEach(name -> name.text().ifPresent(values::add)));
    return field.text().map(text -> new Connectivity.Algebra(text, values));
  }

  private Optional<Connectivity> edges(Section section) {
    try (section) {
      int problemsBefore = section.problemCount();
      Optional<DataFile> file = columns.file(section);
      Map<String, ColumnSource> edges = new LinkedHashMap<>();
      Optional<Field> names = section.field("columns");
      if (names.isPresent()) {
        Optional<Field> dataset = section.field("dataset");
        if (file.isEmpty() && !section.has("file")) {
          section.problem("needs 'file': the array whose columns are named");
        }
        file.flatMap(f -> wide(names.get(), f, dataset))
            .ifPresent(wide -> edges.putAll(columns.components(names.get(), wide)));
      }
      Map<String, Field> named = section.rest();
      if (names.isEmpty() && named.isEmpty() && file.isPresent()) {
        edges.putAll(columns.everyColumn(section.field("file").orElseThrow(), file.get()));
      }
      edges.putAll(columns.columns(named, file));
      boolean unreadable = file.stream().anyMatch(UnreadableFile.class::isInstance);
      if (!unreadable && section.problemCount() == problemsBefore) {
        requireEnds(section, edges);
      }
      return Optional.of(new Connectivity.Edges(edges));
    }
  }

  private Optional<ColumnSource> wide(Field names, DataFile file, Optional<Field> dataset) {
    return dataset.isPresent()
        ? columns.column(dataset.get(), Optional.of(file))
        : columns.only(names, file);
  }

  private static void requireEnds(Section section, Map<String, ColumnSource> edges) {
    for (String key : List.of("source", "target")) {
      if (!edges.containsKey(key)) {
        String found = edges.isEmpty() ? "" : "; found: " + String.join(", ", edges.keySet());
        section.problem("needs a column '" + key + "' of node numbers from 0" + found);
      }
    }
  }

  private Optional<Connectivity> matrix(Section section) {
    try (section) {
      section.required("file", "the file that holds the matrix");
      Optional<DataFile> file = columns.file(section);
      Optional<Field> dataset = section.field("dataset");
      Optional<ColumnSource> matrix =
          file.isPresent() && dataset.isPresent()
              ? columns.column(dataset.get(), file)
              : file.flatMap(f -> columns.only(section.field("file").orElseThrow(), f));
      Optional<Connectivity.Axis> rows = axis(section, "rows");
      Optional<Connectivity.Axis> across = axis(section, "columns");
      String name = section.field("value").flatMap(Field::text).orElse("weight");
      if (rows.isPresent() && rows.equals(across)) {
        section.problem(
            "rows and columns are both '" + rows.get().name().toLowerCase(Locale.ROOT) + "'");
      }
      if (matrix.isEmpty() || rows.isEmpty() || across.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new Connectivity.Matrix(matrix.get(), rows.get(), across.get(), name));
    }
  }

  private static Optional<Connectivity.Axis> axis(Section section, String key) {
    Optional<Field> field = section.required(key, "source, target or receptor");
    Optional<String> text = field.flatMap(Field::text);
    for (Connectivity.Axis axis : Connectivity.Axis.values()) {
      if (text.isPresent() && axis.name().toLowerCase(Locale.ROOT).equals(text.get())) {
        return Optional.of(axis);
      }
    }
    text.ifPresent(
        t -> field.get().problem("is '" + t + "'; allowed is source, target or receptor"));
    return Optional.empty();
  }
}
