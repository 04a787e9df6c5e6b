package org.baya.build;

import java.lang.foreign.Arena;
import java.util.ArrayList;
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
import org.baya.array.SegmentColumn;
import org.baya.catalog.Catalog;
import org.baya.connect.ArrayEdges;
import org.baya.connect.ColumnEdges;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.MatrixEdges;
import org.baya.connect.SparseEdges;
import org.baya.connect.algebra.ConnectionSet;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.expression.Expression;
import org.baya.expression.Symbol;
import org.baya.model.DeviceModel;
import org.baya.model.SynapseModel;
import org.baya.model.TransmitterModel;
import org.baya.network.Connectivity;
import org.baya.network.Network;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.baya.random.Purpose;

/** Looks up everything that projections name: populations, rules, columns, formulas. */
final class ProjectionResolver {
  private static final double DEFAULT_DELAY_MS = 1;

  private final Catalog catalog;
  private final Arena arena;
  private final Network network;
  private final Map<String, ResolvedPopulation> populations = new LinkedHashMap<>();
  private final Map<String, Resolved> resolved = new LinkedHashMap<>();
  private final Set<String> symmetric = new HashSet<>();

  /**
   * A projection that others may refer to.
   *
   * @param stream address of its random draws
   */
  private record Resolved(ResolvedProjection projection, int stream) {}

  ProjectionResolver(
      Catalog catalog, Arena arena, Network network, List<ResolvedPopulation> populations) {
    this.catalog = catalog;
    this.arena = arena;
    this.network = network;
    populations.forEach(population -> this.populations.put(population.name(), population));
  }

  /**
   * Resolves all projections; reports the problems of all. A symmetric one is followed by its
   * reverse.
   */
  List<ResolvedProjection> resolve() {
    Set<String> names = new HashSet<>();
    AtomicInteger stream = new AtomicInteger();
    List<ResolvedProjection> all = new ArrayList<>();
    Blueprint.all(
        network.projections(),
        projection -> {
          if (!names.add(projection.name())) {
            throw new InvalidInputException("projections." + projection.name(), "defined twice");
          }
          int draws = stream.getAndIncrement();
          ResolvedProjection forward = resolve(projection, all.size(), draws);
          resolved.put(projection.name(), new Resolved(forward, draws));
          all.add(forward);
          if (symmetric.contains(projection.name())) {
            all.add(ReverseProjection.of(forward, all.size()));
          }
          return forward;
        });
    return all;
  }

  /**
   * Resolves one projection.
   *
   * @param number among the resolved ones
   * @param index address of its random draws: its number among the descriptions
   */
  private ResolvedProjection resolve(Projection projection, int number, int index) {
    String place = "projections." + projection.name();
    ResolvedPopulation from = population(projection.from(), place + ".from");
    ResolvedPopulation to = population(projection.to(), place + ".to");
    if (!to.isNeurons() && !(to.model() instanceof TransmitterModel)) {
      throw new InvalidInputException(
          place + ".to",
          "population '" + to.name() + "' (" + to.model().name() + ") receives no input");
    }
    if (!from.isNeurons() && !(from.model() instanceof DeviceModel)) {
      throw new InvalidInputException(
          place + ".from",
          "population '" + from.name() + "' (" + from.model().name() + ") sends nothing");
    }
    SynapseResolver synapses = new SynapseResolver(catalog, populations);
    SynapseModel model = synapses.model(projection);
    Map<String, Column> data = data(projection);
    EdgeList edges = edges(projection, index, from, to, data, place);
    Set<Symbol> known = ResolvedProjection.symbols(edges.columns(), from, to);
    int firstReceptor = firstReceptor(from, to);
    Quantity weight =
        quantity(
            projection,
            "weight",
            model.defaultWeight(),
            half(Purpose.WEIGHT, 0, index),
            edges,
            known,
            data);
    SynapseResolver.requireCommon(model, SynapseModel.WEIGHT, weight, place + ".weight");
    return new ResolvedProjection(
        projection,
        number,
        from,
        to,
        edges,
        synapses.resolve(
            projection,
            model,
            index,
            (parameter, purpose) ->
                given(
                    projection,
                    parameter.name(),
                    new Quantity.Fixed(parameter.standard().getFirst()),
                    purpose,
                    edges,
                    known,
                    data)),
        weight,
        quantity(
            projection,
            "delay",
            DEFAULT_DELAY_MS,
            half(Purpose.DELAY, 1, index),
            edges,
            known,
            data),
        quantity(
            projection, "receptor", firstReceptor, Purpose.RECEPTOR.at(index), edges, known, data),
        drop(projection, index, known));
  }

  /** Weight and delay of an edge are two halves of a random block. */
  private static Purpose half(Purpose purpose, int number, int index) {
    return purpose.at(index).withHalf(Purpose.WEIGHT_AND_DELAY.at(index), number);
  }

  private ResolvedPopulation population(String name, String place) {
    ResolvedPopulation population = populations.get(name);
    if (population == null) {
      throw new InvalidInputException(
          place, "unknown population '" + name + "'; " + Names.hint(name, populations.keySet()));
    }
    return population;
  }

  private static int firstReceptor(ResolvedPopulation from, ResolvedPopulation to) {
    if (from.model() instanceof DeviceModel device && device.sendsCurrent()) {
      return 0;
    }
    return to.size() == 0 || !to.isNeurons() ? 1 : NeuronKinds.routing(to).firstReceptor();
  }

  /** Columns that synapse values bring along, from a file or as a list. */
  private Map<String, Column> data(Projection projection) {
    Map<String, Column> columns = new HashMap<>();
    projection
        .synapse()
        .forEach((name, value) -> {
          if (value instanceof Value.Data data) {
            columns.put(name, data.source().open(arena));
          } else if (value instanceof Value.Vector list) {
            String place = "projections." + projection.name() + "." + name;
            columns.put(name, SegmentColumn.of(place, list.values()));
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
        edges.shape().ifPresent(shape -> checkShape(shape, from, to));
        Map<String, Column> columns = new LinkedHashMap<>();
        edges.columns().forEach((name, source) -> columns.put(name, source.open(arena)));
        columns.putAll(data);
        yield new ColumnEdges(columns, place);
      }
      case Connectivity.Matrix matrix -> matrix(matrix, from, to);
      case Connectivity.Sparse sparse -> sparse(sparse, from, to, data, place);
      case Connectivity.SamePairs same -> {
        requireNoData(data, place, "the pairs of another projection");
        yield samePairs(same, projection, from, to, place);
      }
      case Connectivity.ThirdFactor factor -> {
        requireNoData(data, place, "a third population");
        yield thirdFactor(factor, from, to, place);
      }
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
        ConnectionRule found = catalog.rule(rule.name(), place + ".rule");
        RuleOptions options =
            new RuleOptions.Reader(found, from, to, network.seed(), index, arena, place).read(rule);
        Optional<MaskResolver.Sides> sides =
            new MaskResolver(from, to, place).sides(rule.mask(), found, options);
        if (found.symmetric(options.parameters())) {
          symmetric.add(projection.name());
        }
        yield edges(
            found,
            data,
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

  private static EdgeList edges(
      ConnectionRule rule, Map<String, Column> data, ConnectionRule.Request request) {
    if (data.isEmpty()) {
      return rule.edges(request);
    }
    ConnectionRule.ArrayForm form =
        rule.arrays(request)
            .orElseThrow(() ->
                new InvalidInputException(
                    request.place() + "." + data.keySet().iterator().next(),
                    "rule "
                        + rule.name()
                        + " takes no arrays of values; allowed is a number or a formula"));
    return new ArrayEdges(form, data);
  }

  private EdgeList sparse(
      Connectivity.Sparse sparse,
      ResolvedPopulation from,
      ResolvedPopulation to,
      Map<String, Column> data,
      String place) {
    if (sparse.rows() == Connectivity.Axis.RECEPTOR) {
      throw new InvalidInputException(place, "rows are receptors; allowed is source or target");
    }
    sparse.shape().ifPresent(shape -> checkShape(shape, from, to));
    boolean bySource = sparse.rows() == Connectivity.Axis.SOURCE;
    Map<String, Column> columns = new LinkedHashMap<>();
    sparse.columns().forEach((name, source) -> columns.put(name, source.open(arena)));
    columns.putAll(data);
    return new SparseEdges(
        bySource ? EdgeList.Order.BY_SOURCE : EdgeList.Order.BY_TARGET,
        (bySource ? from : to).size(),
        sparse.pointers().open(arena),
        sparse.indices().open(arena),
        columns);
  }

  private Resolved before(String name, String place) {
    Resolved found = resolved.get(name);
    if (found == null) {
      throw new InvalidInputException(
          place, "no projection '" + name + "' before it; " + Names.hint(name, resolved.keySet()));
    }
    return found;
  }

  private EdgeList samePairs(
      Connectivity.SamePairs same,
      Projection projection,
      ResolvedPopulation from,
      ResolvedPopulation to,
      String place) {
    ResolvedProjection first = before(same.projection(), place).projection();
    if (first.from() != from || first.to() != to) {
      throw new InvalidInputException(
          place,
          "shares the pairs of '"
              + first.name()
              + "', which leads from '"
              + first.from().name()
              + "' to '"
              + first.to().name()
              + "', not from '"
              + from.name()
              + "' to '"
              + to.name()
              + "'");
    }
    if (symmetric.contains(same.projection())) {
      symmetric.add(projection.name());
    }
    return first.edges();
  }

  private EdgeList thirdFactor(
      Connectivity.ThirdFactor factor,
      ResolvedPopulation from,
      ResolvedPopulation to,
      String place) {
    Resolved primary = before(factor.primary(), place);
    if (symmetric.contains(factor.primary())) {
      throw new InvalidInputException(
          place,
          "needs a primary projection of one direction; '" + factor.primary() + "' is symmetric");
    }
    return ThirdFactorResolver.edges(
        factor, primary.projection(), primary.stream(), from, to, network.seed(), place);
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
    checkShape(
        new Connectivity.Shape(
            values.place(), values.rows(), matrix.rows(), values.width(), matrix.columns()),
        from,
        to);
    return new MatrixEdges(values, matrix.rows(), matrix.columns(), matrix.name());
  }

  private static void checkShape(
      Connectivity.Shape shape, ResolvedPopulation from, ResolvedPopulation to) {
    checkAxis(shape.place(), shape.down(), shape.rows(), "rows", from, to);
    checkAxis(shape.place(), shape.across(), shape.columns(), "columns", from, to);
  }

  private static void checkAxis(
      String place,
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
          place,
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
    return given(projection, name, column(name, standard, edges), purpose, edges, known, data);
  }

  /** The column of a name if the edges have one. */
  private static Quantity column(String name, double standard, EdgeList edges) {
    if (!edges.columns().contains(name)) {
      return new Quantity.Fixed(standard);
    }
    OptionalDouble constant = edges.constant(name);
    return constant.isPresent()
        ? new Quantity.Fixed(constant.getAsDouble())
        : new Quantity.Read(name);
  }

  /**
   * What the projection gives for a name.
   *
   * @param otherwise if it gives nothing
   */
  private static Quantity given(
      Projection projection,
      String name,
      Quantity otherwise,
      Purpose purpose,
      EdgeList edges,
      Set<Symbol> known,
      Map<String, Column> data) {
    Value value = projection.synapse().get(name);
    String place = "projections." + projection.name() + "." + name;
    return switch (value) {
      case null -> otherwise;
      case Value.Scalar scalar -> new Quantity.Fixed(scalar.value());
      case Value.Data _, Value.Vector _ -> {
        if (!data.containsKey(name) || !edges.columns().contains(name)) {
          throw new InvalidInputException(
              place, "a column needs edges; this projection uses a matrix");
        }
        yield new Quantity.Read(name);
      }
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
