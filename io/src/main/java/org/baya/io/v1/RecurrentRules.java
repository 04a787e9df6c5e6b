package org.baya.io.v1;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule;
import org.baya.connect.EdgeList;
import org.baya.connect.PairValue;
import org.baya.connect.PlacedCandidates;
import org.baya.model.Parameters;
import org.baya.random.Purpose;
import org.baya.space.Everywhere;
import org.baya.space.Places;
import org.baya.space.Pool;
import org.baya.space.Space;

/**
 * The recurrent network as pairs of populations, each connected by {@code pairwise_bernoulli} with
 * a probability of distance and tuning. Immutable, safe for use by several threads.
 */
final class RecurrentRules {
  private static final Purpose SOURCES = Purpose.of("v1 recurrent sources");

  private static final Parameters OPTIONS =
      new Parameters(
          Map.of(
              "allow_autapses", new double[] {0},
              "allow_multapses", new double[] {1},
              "make_symmetric", new double[] {0}));

  /** By source and target population; no element where they are not connected. */
  private final EdgeList[][] edges;

  RecurrentRules(V1Parameters parameters, V1Cells cells, long seed) {
    ConnectionRule rule = Catalog.standard().rule("pairwise_bernoulli", "v1");
    int n = parameters.populationList().size();
    int[] start = cells.populationStart();
    Places[] places = new Places[n];
    Pool[] pools = new Pool[n];
    for (int i = 0; i < n; i++) {
      places[i] = lateral(cells, start[i], start[i + 1]);
      pools[i] = new Pool(places[i], Space.open(2), Everywhere.REGION);
    }
    edges = new EdgeList[n][n];
    for (int source = 0; source < n; source++) {
      for (int target = 0; target < n; target++) {
        Optional<V1Connection> connection =
            parameters.connection(source, target).filter(found -> found.amplitude() > 0);
        if (connection.isPresent()) {
          PairValue p =
              new RecurrentProbability(cells, connection.get(), start[source], start[target]);
          long purpose = SOURCES.at((long) source * n + target).code();
          edges[source][target] =
              rule.edges(
                  request(
                      places[source].nodes(),
                      new PlacedCandidates(places[target], pools[source]),
                      source == target,
                      p,
                      seed,
                      purpose));
        }
      }
    }
  }

  private static ConnectionRule.Request request(
      int sources,
      PlacedCandidates aroundTargets,
      boolean same,
      PairValue p,
      long seed,
      long purpose) {
    return new ConnectionRule.Request(
        sources,
        aroundTargets.rows().nodes(),
        same,
        OPTIONS,
        Map.of("p", p),
        Optional.empty(),
        Optional.of(aroundTargets),
        seed,
        purpose,
        "v1");
  }

  /** Where cells lie in the plane of the layers: depth plays no part in connections. */
  private static Places lateral(V1Cells cells, int from, int to) {
    double[] x = new double[to - from];
    double[] z = new double[to - from];
    for (int i = 0; i < x.length; i++) {
      x[i] = cells.x()[from + i];
      z[i] = cells.z()[from + i];
    }
    return new Places(List.of(x, z), Optional.empty(), Optional.empty());
  }

  /** The edges between two populations, by target; nothing if they are not connected. */
  Optional<EdgeList> edges(int source, int target) {
    return Optional.ofNullable(edges[source][target]);
  }
}
