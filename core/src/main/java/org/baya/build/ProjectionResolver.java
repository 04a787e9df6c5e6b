package org.baya.build;

import java.lang.foreign.Arena;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.baya.array.Column;
import org.baya.catalog.Catalog;
import org.baya.connect.ColumnEdges;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.MatrixEdges;
import org.baya.connect.algebra.ConnectionSet;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.expression.Expression;
import org.baya.expression.Symbol;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.baya.random.Purpose;

/** Looks up everything that projections name: populations, rules, columns, formulas. */
final class ProjectionResolver {
  private static final double DEFAULT_WEIGHT = 1;
  private static final double DEFAULT_DELAY_MS = 1;
  private static final Set<String> STATIC_VALUES = Set.of("weight", "delay", "receptor");

  private final Catalog catalog;
  private final Arena arena;
  private final Network network;
  private final Map<String, ResolvedPopulation> populations = new LinkedHashMap<>();

  ProjectionResolver(
      Catalog catalog, Arena arena, Network network, List<ResolvedPopulation> populations) {
    this.catalog = catalog;
    this.arena = arena;
    this.network = network;
    populations.forEach(population -> this.populations.put(population.name(), population));
  }

  /** Resolves all projections; reports the problems of all. */
  List<ResolvedProjection> resolve() {
    Set<String> names = new HashSet<>();
    AtomicInteger index = new AtomicInteger();
    return Blueprint.all(
        network.projections(),
        projection -> {
          if (!names.add(projection.name())) {
            throw new InvalidInputException("projections." + projection.name(), "defined twice");
          }
          return resolve(projection, index.getAndIncrement());
        });
  }

  private ResolvedProjection resolve(Projection projection, int index) {
    String place = "projections." + projection.name();
    ResolvedPopulation from = population(projection.from(), place + ".from");
    ResolvedPopulation to = population(projection.to(), place + ".to");
    if (!to.isNeurons()) {
      throw new InvalidInputException(
          place + ".to",
          "population '" + to.name() + "' (" + to.model().name() + ") receives no input");
    }
    if (!projection.synapseModel().equals("static_synapse")) {
      throw new InvalidInputException(
          place + ".synapse.model",
          "unknown synapse model '" + projection.synapseModel() + "'; known: static_synapse");
    }
    for (String name : projection.synapse().keySet()) {
      if (!STATIC_VALUES.contains(name)) {
        throw new InvalidInputException(
            place + "." + name,
            "static_synapse has no such parameter; " + Names.hint(name, STATIC_VALUES));
      }
    }
    Map<String, Column> data = data(projection);
    EdgeList edges = edges(projection, index, from, to, data, place);
    Set<Symbol> known = ResolvedProjection.symbols(edges.columns(), from, to);
    int firstReceptor = firstReceptor(to);
    return new ResolvedProjection(
        projection,
        index,
        from,
        to,
        edges,
        quantity(
            projection, "weight", DEFAULT_WEIGHT, Purpose.WEIGHT.at(index), edges, known, data),
        quantity(
            projection, "delay", DEFAULT_DELAY_MS, Purpose.DELAY.at(index), edges, known, data),
        quantity(
            projection, "receptor", firstReceptor, Purpose.RECEPTOR.at(index), edges, known, data),
        drop(projection, index, known));
  }

  private ResolvedPopulation population(String name, String place) {
    ResolvedPopulation population = populations.get(name);
    if (population == null) {
      throw new InvalidInputException(
          place, "unknown population '" + name + "'; " + Names.hint(name, populations.keySet()));
    }
    return population;
  }

  private static int firstReceptor(ResolvedPopulation to) {
    return to.size() == 0 ? 1 : NeuronKinds.routing(to).firstReceptor();
  }

  /** Columns that synapse values bring along, one row per edge. */
  private Map<String, Column> data(Projection projection) {
    Map<String, Column> columns = new HashMap<>();
    projection
        .synapse()
        .forEach((name, value) -> {
          if (value instanceof Value.Data data) {
            columns.put(name, data.source().open(arena));
          }
        });
    return columns;
  }

  private EdgeList edges(
      Projection projection,
      int index,
      ResolvedPopulation from,
      ResolvedPopulation to,
      Map<String, Column> data,
      String place) {
    return switch (projection.connectivity()) {
      case Connectivity.Edges edges -> {
        Map<String, Column> columns = new LinkedHashMap<>();
        edges.columns().forEach((name, source) -> columns.put(name, source.open(arena)));
        columns.putAll(data);
        yield new ColumnEdges(columns, place);
      }
      case Connectivity.Matrix matrix -> matrix(matrix, from, to);
      case Connectivity.Algebra algebra -> {
        requireNoData(data, place, "a connection set");
        yield ConnectionSet.parse(algebra.text(), place + ".algebra")
            .edges(
                new ConnectionSet.Populations(
                    from.size(),
                    to.size(),
                    new PairSurroundings(from, to, place),
                    network.seed(),
                    Purpose.CONNECT.at(index).code(),
                    place + ".algebra"),
                algebra.values());
      }
      case Connectivity.Rule rule -> {
        requireNoData(data, place, "a rule");
        ConnectionRule found = catalog.rule(rule.name(), place + ".rule");
        RuleOptions options =
            new RuleOptions.Reader(found, from, to, network.seed(), index, arena, place)
                .read(rule);
        Optional<MaskResolver.Sides> sides =
            new MaskResolver(from, to, place).sides(rule.mask(), found, options);
        yield found.edges(
            new ConnectionRule.Request(
                from.size(),
                to.size(),
                from == to,
                options.parameters(),
                options.values(),
                sides.map(MaskResolver.Sides::aroundSources),
                sides.map(MaskResolver.Sides::aroundTargets),
                network.seed(),
                Purpose.CONNECT.at(index).code(),
                place));
      }
    };
  }

  private static void requireNoData(Map<String, Column> data, String place, String used) {
    if (!data.isEmpty()) {
      throw new InvalidInputException(
          place + "." + data.keySet().iterator().next(),
          "a column needs edges; this projection uses " + used);
    }
  }

  private EdgeList matrix(
      Connectivity.Matrix matrix, ResolvedPopulation from, ResolvedPopulation to) {
    Column values = matrix.values().open(arena);
    checkAxis(values, matrix.rows(), values.rows(), "rows", from, to);
    checkAxis(values, matrix.columns(), values.width(), "columns", from, to);
    return new MatrixEdges(values, matrix.rows(), matrix.columns(), matrix.name());
  }

  private static void checkAxis(
      Column values,
      Connectivity.Axis axis,
      long length,
      String what,
      ResolvedPopulation from,
      ResolvedPopulation to) {
    if (axis == Connectivity.Axis.RECEPTOR) {
      return;
    }
    ResolvedPopulation population = axis == Connectivity.Axis.SOURCE ? from : to;
    if (length != population.size()) {
      throw new InvalidInputException(
          values.place(),
          "has "
              + length
              + " "
              + what
              + "; population '"
              + population.name()
              + "' has "
              + population.size()
              + " nodes");
    }
  }

  private static Quantity quantity(
      Projection projection,
      String name,
      double standard,
      Purpose purpose,
      EdgeList edges,
      Set<Symbol> known,
      Map<String, Column> data) {
    Value value = projection.synapse().get(name);
    String place = "projections." + projection.name() + "." + name;
    return switch (value) {
      case null -> {
        if (!edges.columns().contains(name)) {
          yield new Quantity.Fixed(standard);
        }
        OptionalDouble constant = edges.constant(name);
        yield constant.isPresent()
            ? new Quantity.Fixed(constant.getAsDouble())
            : new Quantity.Read(name);
      }
      case Value.Scalar scalar -> new Quantity.Fixed(scalar.value());
      case Value.Data ignored -> {
        if (!data.containsKey(name) || !edges.columns().contains(name)) {
          throw new InvalidInputException(
              place, "a column needs edges; this projection uses a matrix");
        }
        yield new Quantity.Read(name);
      }
      case Value.Vector ignored ->
          throw new InvalidInputException(
              place, "is a list; allowed is a number, a formula or a column");
      case Value.Formula formula -> {
        Expression expression = Expression.parse(formula.text(), place);
        expression.check(known);
        yield expression.isConstant()
            ? new Quantity.Fixed(expression.constant())
            : new Quantity.Computed(expression, purpose);
      }
    };
  }

  private static Optional<Quantity.Computed> drop(
      Projection projection, int index, Set<Symbol> known) {
    Set<Symbol> all = new HashSet<>(known);
    ResolvedProjection.FINAL_VALUES.forEach(name -> all.add(Symbol.plain(name)));
    return projection
        .drop()
        .map(text -> {
          Expression expression =
              Expression.parse(text, "projections." + projection.name() + ".drop");
          expression.check(all);
          return new Quantity.Computed(expression, Purpose.DROP.at(index));
        });
  }
}
