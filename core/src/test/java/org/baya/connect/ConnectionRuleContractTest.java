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
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule.Pair;
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
  private static final List<Double> NUMBERS = List.of(0.0, 1.0, 2.0, 7.0, 10.0);

  static Stream<Named<ConnectionRule>> rules() {
    return Catalog.standard().rules().stream().map(rule -> Named.of(rule.name(), rule));
  }

  /** One request: between different populations, or within one where sizes are equal. */
  private record Request(Pair pair, Parameters options) {}

  private static List<Request> requests(ConnectionRule rule) {
    List<Request> all = new ArrayList<>();
    for (int[] size : SIZES) {
      for (boolean same :
          size[0] == size[1] ? new boolean[] {false, true} : new boolean[] {false}) {
        options(rule)
            .forEach(options ->
                all.add(
                    new Request(new Pair(size[0], size[1], same, 1, 2, "projections.p"), options)));
      }
    }
    return all;
  }

  private static List<Parameters> options(ConnectionRule rule) {
    List<Map<String, double[]>> all = new ArrayList<>(List.of(new HashMap<>()));
    for (Parameter parameter : rule.parameters()) {
      List<Map<String, double[]>> more = new ArrayList<>();
      for (double number : NUMBERS) {
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
      return Optional.of(rule.edges(request.pair(), request.options()));
    } catch (InvalidInputException e) {
      assertThat(e.problems()).hasSize(1);
      assertThat(e).hasMessageStartingWith("projections.p: ").hasMessageMatching(".*\\d.*");
      return Optional.empty();
    }
  }

  private static boolean forbids(ConnectionRule rule, Request request, String flag) {
    return rule.parameters().stream()
        .anyMatch(p -> p.name().equals(flag) && !request.options().flag(p));
  }

  /** All edges as {@code source << 32 | target}, read in whole blocks. */
  private static long[] pairs(EdgeList edges) {
    return pairs(edges, edges.reader(), 0, Math.toIntExact(edges.size()), EdgeList.BLOCK);
  }

  private static long[] pairs(
      EdgeList edges, EdgeList.Reader reader, long from, int count, int block) {
    int[] sources = new int[EdgeList.BLOCK];
    int[] targets = new int[EdgeList.BLOCK];
    long[] pairs = new long[count];
    for (int done = 0; done < count; done += block) {
      int n = Math.min(block, count - done);
      reader.seek(from + done, n);
      reader.targets(targets);
      reader.sources(sources);
      for (int i = 0; i < n; i++) {
        pairs[done + i] = (long) sources[i] << 32 | targets[i];
      }
    }
    assertThat(from + count).isLessThanOrEqualTo(edges.size());
    return pairs;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldKeepToItsPopulationsAndFlags(ConnectionRule rule) {
    int met = 0;
    for (Request request : requests(rule)) {
      Optional<EdgeList> edges = edges(rule, request);
      if (edges.isEmpty()) {
        continue;
      }
      met++;
      long[] pairs = pairs(edges.get());
      Pair pair = request.pair();
      assertThat(
              LongStream.of(pairs)
                  .allMatch(
                      p -> p >>> 32 < pair.sources() && (int) p >= 0 && (int) p < pair.targets()))
          .isTrue();
      if (pair.same() && forbids(rule, request, "allow_autapses")) {
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
    for (Request request : requests(rule)) {
      Optional<EdgeList> made = edges(rule, request);
      if (made.isEmpty()) {
        continue;
      }
      EdgeList edges = made.get();
      long[] whole = pairs(edges);
      assertThat(pairs(rule.edges(request.pair(), request.options()))).isEqualTo(whole);
      EdgeList.Reader reader = edges.reader();
      for (int block : new int[] {1, 3, 64}) {
        assertThat(pairs(edges, reader, 0, whole.length, block)).isEqualTo(whole);
      }
      for (int jump = 0; jump < 10; jump++) {
        int from = random.nextInt(whole.length + 1);
        int count = random.nextInt(Math.min(EdgeList.BLOCK, whole.length - from) + 1);
        assertThat(pairs(edges, reader, from, count, EdgeList.BLOCK))
            .isEqualTo(Arrays.copyOfRange(whole, from, from + count));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void shouldHaveNoColumnsButAPlace(ConnectionRule rule) {
    Set<String> places = new HashSet<>();
    for (Request request : requests(rule)) {
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
    Parameters options = options(rule).getLast();
    long[] first = pairs(rule.edges(new Pair(100, 100, false, 1, 2, "p"), options));
    long[] otherSeed = pairs(rule.edges(new Pair(100, 100, false, 2, 2, "p"), options));
    long[] otherProjection = pairs(rule.edges(new Pair(100, 100, false, 1, 3, "p"), options));
    assertThat(Arrays.equals(first, otherSeed)).isEqualTo(Arrays.equals(first, otherProjection));
  }
}
