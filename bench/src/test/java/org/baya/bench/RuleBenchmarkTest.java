package org.baya.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBenchmarkTest {
  private static final double EXPECTED = (double) RuleBenchmark.NODES * RuleBenchmark.DEGREE;

  /** Random numbers of edges lie within 6 standard deviations: false alarms 2 in 10^9 runs. */
  @ParameterizedTest
  @CsvSource({
    "fixed_indegree, 0",
    "fixed_indegree allow_multapses, 0",
    "fixed_outdegree, 0",
    "fixed_outdegree allow_multapses, 0",
    "fixed_total_number, 0",
    "fixed_total_number allow_multapses, 0",
    "pairwise_bernoulli, 18000",
    "pairwise_poisson, 18974"
  })
  void shouldReadAllEdgesOfTheRule(String rule, double most) {
    RuleBenchmark benchmark = new RuleBenchmark();
    benchmark.rule = rule;
    benchmark.prepare();
    RuleBenchmark.Edges counter = new RuleBenchmark.Edges();
    benchmark.read(counter);
    assertThat((double) counter.edges).isCloseTo(EXPECTED, within(most));
    long once = counter.edges;
    benchmark.read(counter);
    assertThat(counter.edges).isEqualTo(2 * once);
  }
}
