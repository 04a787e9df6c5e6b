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
import org.baya.io.sparse.SparseMatrix;
import org.baya.model.Model;
import org.baya.network.Connectivity;
import org.baya.network.Masking;
import org.baya.network.Projection;
import org.baya.network.Store;
import org.baya.network.Value;

/** Reads one entry of {@code projections}. */
final class ProjectionReader {
  private static final List<String> CONNECTIVITY = List.of("algebra", "edges", "matrix", "rule");

  /** NEST's rule for third populations, the only one. */
  private static final String THIRD_RULE = "third_factor_bernoulli_with_pool";

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

  /**
   * The projections of {@code field}, or none and problems: one, or one for each of several
   * synapses, or those to and from a third population with it.
   */
  List<Projection> projections(Field field) {
    int problemsBefore = field.problems().count();
    List<Projection> projections =
        field.section().map(section -> projections(field.key(), section)).orElse(List.of());
    return field.problems().count() == problemsBefore ? projections : List.of();
  }

  private List<Projection> projections(String name, Section section) {
    try (section) {
      Optional<String> from = population(section, "from");
      Optional<String> to = population(section, "to");
      Synapses synapses = synapses(section, Synapses.NONE);
      List<Synapses> collocated =
          section
              .field("synapses")
              .flatMap(Field::items)
              .map(items -> collocated(items, synapses))
              .orElse(List.of());
      List<Projection> third =
          from.isPresent() && to.isPresent()
              ? third(name, from.get(), to.get(), section)
              : List.of();
      if (!third.isEmpty() && !collocated.isEmpty()) {
        section.problem("has both 'synapses' and 'third'; allowed is one of them");
      }
      Store store = section.field("store").map(ProjectionReader::store).orElse(Store.MEMORY);
      Optional<Connectivity> connectivity = connectivity(section);
      if (from.isEmpty() || to.isEmpty() || connectivity.isEmpty()) {
        return List.of();
      }
      List<Projection> all = new ArrayList<>();
      Connectivity next = connectivity.get();
      for (int i = 0; i < collocated.size(); i++) {
        String one = name + ".synapses[" + i + "]";
        all.add(collocated.get(i).projection(one, from.get(), to.get(), next).storedIn(store));
        next = new Connectivity.SamePairs(name + ".synapses[0]");
      }
      if (collocated.isEmpty()) {
        all.add(synapses.projection(name, from.get(), to.get(), next).storedIn(store));
      }
      all.addAll(third);
      return all;
    }
  }

  /** What the synapses of a projection are. */
  private record Synapses(Map<String, Value> values, String model, Optional<String> drop) {
    static final Synapses NONE =
        new Synapses(Map.of(), Projection.STATIC_SYNAPSE, Optional.empty());

    Projection projection(String name, String from, String to, Connectivity connectivity) {
      return new Projection(name, from, to, connectivity, values, model, drop);
    }
  }

  /** Reads the synapses described in a section; what is not there is as in {@code standard}. */
  private Synapses synapses(Section section, Synapses standard) {
    Map<String, Value> synapse = new LinkedHashMap<>();
    for (String key : List.of("weight", "delay", "receptor")) {
      section.field(key).flatMap(values::value).ifPresent(value -> synapse.put(key, value));
    }
    String model =
        section
            .field("synapse")
            .flatMap(Field::section)
            .map(inner -> synapse(inner, synapse))
            .orElse(standard.model());
    Optional<String> drop =
        section.field("drop").filter(field -> !field.isFalse()).flatMap(values::formula);
    standard.values().forEach(synapse::putIfAbsent);
    return new Synapses(synapse, model, drop.or(standard::drop));
  }

  private List<Synapses> collocated(List<Field> items, Synapses standard) {
    List<Synapses> all = new ArrayList<>();
    for (Field item : items) {
      item.section()
          .ifPresent(section -> {
            try (section) {
              all.add(synapses(section, standard));
            }
          });
    }
    return all;
  }

  /** The projections to and from a third population, if there is one. */
  private List<Projection> third(String name, String from, String to, Section section) {
    Synapses in = thirdSynapses(section, "third_in");
    Synapses out = thirdSynapses(section, "third_out");
    Optional<Section> third = section.field("third").flatMap(Field::section);
    if (third.isEmpty()) {
      if (section.has("third_in") || section.has("third_out")) {
        section.problem(
            "third_in and third_out need 'third': {population, p, pool_type, pool_size}");
      }
      return List.of();
    }
    try (Section own = third.get()) {
      Optional<String> population = population(own, "population");
      own.field("rule").ifPresent(ProjectionReader::checkThirdRule);
      Value p = own.field("p").flatMap(values::value).orElse(Value.of(1.0));
      Connectivity.Pool pool =
          own.field("pool_type").map(ProjectionReader::pool).orElse(Connectivity.Pool.RANDOM);
      Optional<Long> size =
          own.field("pool_size").flatMap(f -> f.whole(1).stream().boxed().findFirst());
      if (population.isEmpty()) {
        return List.of();
      }
      String middle = population.get();
      return List.of(
          in.projection(
              name + ".third_in",
              from,
              middle,
              new Connectivity.ThirdFactor(name, Connectivity.End.IN, p, pool, size)),
          out.projection(
              name + ".third_out",
              middle,
              to,
              new Connectivity.ThirdFactor(name, Connectivity.End.OUT, p, pool, size)));
    }
  }

  private Synapses thirdSynapses(Section section, String key) {
    return section
        .field(key)
        .flatMap(Field::section)
        .map(inner -> {
          try (inner) {
            return synapses(inner, Synapses.NONE);
          }
        })
        .orElse(Synapses.NONE);
  }

  private static void checkThirdRule(Field field) {
    Optional<String> rule = field.text();
    if (rule.isPresent() && !rule.get().equals(THIRD_RULE)) {
      field.problem("is '" + rule.get() + "'; allowed is " + THIRD_RULE);
    }
  }

  private static Connectivity.Pool pool(Field field) {
    String text = field.text().orElse("");
    for (Connectivity.Pool pool : Connectivity.Pool.values()) {
      if (pool.name().toLowerCase(Locale.ROOT).equals(text)) {
        return pool;
      }
    }
    field.problem("is '" + text + "'; allowed is random or block");
    return Connectivity.Pool.RANDOM;
  }

  private static Store store(Field field) {
    String text = field.text().orElse("");
    for (Store store : Store.values()) {
      if (store.text().equals(text)) {
        return store;
      }
    }
    field.problem("is '" + text + "'; allowed is memory or procedural");
    return Store.MEMORY;
  }

  private Optional<String> population(Section section, String key) {
    return section.required(key, "the name of a population").flatMap(this::population);
  }

  /** The name of a population; an unknown one is an error. */
  private Optional<String> population(Field field) {
    Optional<String> name = field.text();
    if (name.isPresent() && !populations.contains(name.get())) {
      field.problem("no population '" + name.get() + "'; " + Names.hint(name.get(), populations));
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
        if (entry.getKey().equals(Projection.VOLUME_TRANSMITTER)) {
          population(entry.getValue());
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
        parameterReader.options(section.rest(), name.map(known::get), keys);
    return name.map(n -> new Connectivity.Rule(n, options, masking));
  }

  private static Optional<Masking> masking(Section section) {
    Optional<Field> field = section.field("mask");
    boolean useOnSource = section.field("use_on_source").flatMap(Field::flag).orElse(false);
    boolean oversized = section.field("allow_oversized_mask").flatMap(Field::flag).orElse(false);
    if (field.isEmpty() && section.has("allow_oversized_mask")) {
      section.problem("'allow_oversized_mask' is about a mask; needs 'mask'");
    }
    return field.flatMap(MaskReader::mask).map(mask -> new Masking(mask, useOnSource, oversized));
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
      edges.putAll(columns.named(section, file));
      Map<String, Field> named = section.rest();
      if (!section.has("columns") && named.isEmpty() && file.isPresent()) {
        edges.putAll(columns.edges(section.field("file").orElseThrow(), file.get()));
      }
      edges.putAll(columns.columns(named, file));
      boolean unreadable = file.stream().anyMatch(UnreadableFile.class::isInstance);
      if (!unreadable && section.problemCount() == problemsBefore) {
        requireEnds(section, edges);
      }
      return Optional.of(new Connectivity.Edges(edges));
    }
  }

  private static void requireEnds(Section section, Map<String, ColumnSource> edges) {
    for (String key : List.of("source", "target")) {
      if (!edges.containsKey(key)) {
        String found = edges.isEmpty() ? "" : "; found: " + String.join(", ", edges.keySet());
        section.problem("needs a column '" + key + "' of node numbers from 0" + found);
      }
    }
  }

  /**
   * A matrix is target x source, as in NEST, unless {@code rows} and {@code columns} say otherwise.
   */
  private Optional<Connectivity> matrix(Section section) {
    try (section) {
      section.required("file", "the file that holds the matrix");
      Optional<DataFile> file = columns.file(section);
      Optional<Field> dataset = section.field("dataset");
      Optional<Axes> axes = axes(section);
      String name = section.field("value").flatMap(Field::text).orElse("weight");
      if (file.isEmpty() || axes.isEmpty()) {
        return Optional.empty();
      }
      Field at = section.field("file").orElseThrow();
      Optional<SparseMatrix> sparse =
          dataset.isPresent() ? Optional.empty() : columns.sparse(at, file.get());
      if (sparse.isPresent()) {
        return Optional.of(SparseProjection.connectivity(sparse.get(), axes.get(), name));
      }
      Optional<ColumnSource> matrix =
          dataset.isPresent() ? columns.column(dataset.get(), file) : columns.wide(at, file.get());
      return matrix.map(
          m -> new Connectivity.Matrix(m, axes.get().rows(), axes.get().columns(), name));
    }
  }

  /** What rows and columns of a matrix are. */
  record Axes(Connectivity.Axis rows, Connectivity.Axis columns) {}

  private static Optional<Axes> axes(Section section) {
    Optional<Field> rows = section.field("rows");
    Optional<Field> across = section.field("columns");
    Optional<Connectivity.Axis> down = rows.flatMap(ProjectionReader::axis);
    Optional<Connectivity.Axis> right = across.flatMap(ProjectionReader::axis);
    if (rows.isPresent() && down.isEmpty() || across.isPresent() && right.isEmpty()) {
      return Optional.empty();
    }
    Connectivity.Axis first = down.orElseGet(() -> other(right));
    Connectivity.Axis second = right.orElseGet(() -> other(Optional.of(first)));
    if (first == second) {
      section.problem("rows and columns are both '" + first.name().toLowerCase(Locale.ROOT) + "'");
      return Optional.empty();
    }
    return Optional.of(new Axes(first, second));
  }

  private static Connectivity.Axis other(Optional<Connectivity.Axis> axis) {
    return axis.filter(a -> a == Connectivity.Axis.TARGET).isPresent()
        ? Connectivity.Axis.SOURCE
        : Connectivity.Axis.TARGET;
  }

  private static Optional<Connectivity.Axis> axis(Field field) {
    Optional<String> text = field.text();
    for (Connectivity.Axis axis : Connectivity.Axis.values()) {
      if (text.isPresent() && axis.name().toLowerCase(Locale.ROOT).equals(text.get())) {
        return Optional.of(axis);
      }
    }
    text.ifPresent(t -> field.problem("is '" + t + "'; allowed is source, target or receptor"));
    return Optional.empty();
  }
}
