package org.baya.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule.Request;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every connection rule of the catalogue keeps to, for all combinations of its options and
 * several sizes.
 */
class ConnectionRuleContractTest {
  private static final int[][] SIZES = {
    {0, 0}, {0, 3}, {3, 0}, {1, 1}, {1, 5}, {5, 1}, {2, 2}, {10, 10}, {7, 20}, {100, 100}
  };

  /** Rows longer than a block, shorter, and as long as one. */
  private static final int[][] LONG_ROWS = {{3, 9000}, {9000, 3}, {2, 4096}, {4097, 2}};

  private static final List<Double> NUMBERS = List.of(0.0, 1.0, 2.0, 7.0, 10.0, 0.3);
  private static final List<Double> FEW_NUMBERS = List.of(0.0, 1.0, 0.3, 4097.0);

  /** More edges make the test slow, not better. */
  private static final int MANY = 50_000;

  /** Rules without chance. */
  private static final Set<String> FIXED = Set.of("all_to_all", "one_to_one");

  static Stream<Named<ConnectionRule>> rules() {
    return Catalog.standard().rules().stream().map(rule -> Named.of(rule.name(), rule));
  }

  private static List<Request> requests(ConnectionRule rule, int[][] sizes, List<Double> numbers) {
    List<Request> all = new ArrayList<>();
    for (int[] size : sizes) {
      for (boolean same :
          size[0] == size[1] ? new boolean[] {false, true} : new boolean[] {false}) {
        options(rule, numbers)
            .forEach(options -> all.add(Request.plain(size[0], size[1], same, options, 1, 2)));
      }
    }
    return all;
  }

  private static List<Parameters> options(ConnectionRule rule, List<Double> numbers) {
    List<Map<String, double[]>> all = new ArrayList<>(List.of(new HashMap<>()));
    for (Parameter parameter : rule.parameters()) {
      List<Map<String, double[]>> more = new ArrayList<>();
      for (double number : numbers) {
        boolean flag = parameter.kind() == Parameter.Kind.FLAG;
        if (parameter.range().contains(number) && (!flag || number <= 1)) {
          all.forEach(known -> {
            Map<String, double[]> next = new HashMap<>(known);
            next.put(parameter.name(), new double[] {number});
            more.add(next);
          });
        }
      }
      all = more;
    }
    return all.stream().map(Parameters::new).toList();
  }

  /**
   * The edges of a request that can be met; a refusal must be one line that names the place and the
   * numbers.
   */
  private static Optional<EdgeList> edges(ConnectionRule rule, Request request) {
    try {
      return Optional.of(rule.edges(request));
    } catch (InvalidInputException e) {
      assertThat(e.problems()).hasSize(1);
      assertThat(e).hasMessageStartingWith("projections.p: ").hasMessageMatching(".*\\d.*");
      return Optional.empty();
    }
  }

  private static boolean forbids(ConnectionRule rule, Request request, String flag) {
    return rule.parameters().stream().anyMatch(p -> p.name().equals(flag) && !request.flag(p));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldKeepToItsPopulationsAndFlags(ConnectionRule rule) {
    int met = 0;
    for (Request request : requests(rule, SIZES, NUMBERS)) {
      Optional<EdgeList> edges = edges(rule, request);
      if (edges.isEmpty()) {
        continue;
      }
      met++;
      long[] pairs = ReadEdges.of(edges.get()).pairs();
      assertThat(
              LongStream.of(pairs)
                  .allMatch(p ->
                      p >>> 32 < request.sources() && (int) p >= 0 && (int) p < request.targets()))
          .isTrue();
      if (request.same() && forbids(rule, request, "allow_autapses")) {
        assertThat(LongStream.of(pairs).noneMatch(p -> p >>> 32 == (int) p)).isTrue();
      }
      if (forbids(rule, request, "allow_multapses")) {
        assertThat(LongStream.of(pairs).distinct().count()).isEqualTo(pairs.length);
      }
    }
    assertThat(met).as("requests that could be met").isGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldGiveTheSameEdgesHoweverTheyAreRead(ConnectionRule rule) {
    SplittableRandom random = new SplittableRandom(23);
    List<Request> requests = requests(rule, SIZES, NUMBERS);
    requests.addAll(requests(rule, LONG_ROWS, FEW_NUMBERS));
    for (Request request : requests) {
      Optional<EdgeList> made = edges(rule, request);
      if (made.isEmpty() || made.get().size() > MANY) {
        continue;
      }
      EdgeList edges = made.get();
      ReadEdges whole = ReadEdges.of(edges);
      long[] pairs = whole.pairs();
      assertThat(whole.size()).isEqualTo((int) edges.size());
      assertThat(edges.parts())
          .isEqualTo(
              switch (edges.order()) {
                case BY_SOURCE -> request.sources();
                case BY_TARGET -> request.targets();
                case NONE -> (whole.size() + EdgeList.BLOCK - 1) / EdgeList.BLOCK;
              });
      assertThat(LongStream.of(whole.numbers()).distinct().count()).isEqualTo(whole.size());
      assertThat(ReadEdges.of(rule.edges(request)).pairs()).isEqualTo(whole.pairs());
      EdgeList.Reader reader = edges.reader();
      for (int look = 0; look < 10 && edges.parts() > 0; look++) {
        int part = random.nextInt(edges.parts());
        ReadEdges row = ReadEdges.of(reader, part);
        assertThat(row.pairs())
            .isEqualTo(
                IntStream.range(0, whole.size())
                    .filter(i -> partOf(edges, whole, i) == part)
                    .mapToLong(i -> pairs[i])
                    .toArray());
      }
    }
  }

  private static int partOf(EdgeList edges, ReadEdges all, int i) {
    return switch (edges.order()) {
      case BY_SOURCE -> all.sources()[i];
      case BY_TARGET -> all.targets()[i];
      case NONE -> i / EdgeList.BLOCK;
    };
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldHaveNoColumnsButAPlace(ConnectionRule rule) {
    Set<String> places = new HashSet<>();
    for (Request request : requests(rule, SIZES, NUMBERS)) {
      edges(rule, request)
          .ifPresent(edges -> {
            assertThat(edges.columns()).isEmpty();
            places.add(edges.place("source"));
          });
    }
    assertThat(places).containsExactly("projections.p");
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldDependOnSeedAndProjectionOnlyIfRandom(ConnectionRule rule) {
    int random = 0;
    for (Parameters options : options(rule, NUMBERS)) {
      long[] first = pairs(rule, options, 1, 2);
      long[] otherSeed = pairs(rule, options, 2, 2);
      long[] otherProjection = pairs(rule, options, 1, 3);
      assertThat(Arrays.equals(first, otherSeed)).isEqualTo(Arrays.equals(first, otherProjection));
      random += Arrays.equals(first, otherSeed) ? 0 : 1;
    }
    assertThat(random > 0).isEqualTo(!FIXED.contains(rule.name()));
  }

  private static long[] pairs(ConnectionRule rule, Parameters options, long seed, long purpose) {
    return edges(rule, Request.plain(100, 100, false, options, seed, purpose))
        .map(edges -> ReadEdges.of(edges).pairs())
        .orElse(new long[0]);
  }
}
