package org.baya.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.GaussianSampler;
import org.apache.commons.rng.sampling.distribution.LogNormalSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
  private static final int SAMPLE = 200_000;
  private static final UniformRandomProvider ORACLE = RandomSource.XO_RO_SHI_RO_128_PP.create(99L);

  static Stream<Arguments> continuous() {
    return Stream.of(
        Arguments.of(new Normal(0, 1), ZigguratSampler.NormalizedGaussian.of(ORACLE)),
        Arguments.of(
            new Normal(-3, 0.5),
            GaussianSampler.of(ZigguratSampler.NormalizedGaussian.of(ORACLE), -3, 0.5)),
        Arguments.of(
            new Lognormal(0.2, 0.7),
            LogNormalSampler.of(ZigguratSampler.NormalizedGaussian.of(ORACLE), 0.2, 0.7)),
        Arguments.of(new Gamma(0.3, 2), AhrensDieterMarsagliaTsangGammaSampler.of(ORACLE, 0.3, 2)),
        Arguments.of(new Gamma(1, 1), AhrensDieterMarsagliaTsangGammaSampler.of(ORACLE, 1, 1)),
        Arguments.of(
            new Gamma(7.5, 0.1), AhrensDieterMarsagliaTsangGammaSampler.of(ORACLE, 7.5, 0.1)),
        Arguments.of(new Exponential(2.5), ZigguratSampler.Exponential.of(ORACLE, 2.5)));
  }

  @ParameterizedTest
  @MethodSource("continuous")
  void shouldAgreeWithTheOracleWhenSampled(Distribution distribution, ContinuousSampler oracle) {
    double[] theirs = new double[SAMPLE];
    Arrays.setAll(theirs, i -> oracle.sample());

    assertThat(Statistics.kolmogorovScore(sample(distribution), theirs))
        .isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldFollowTheirDistributionFunctionWhenItIsElementary() {
    assertThat(Statistics.kolmogorovScore(sample(new Uniform(-1, 3)), x -> (x + 1) / 4))
        .isLessThan(Statistics.LIMIT);
    assertThat(Statistics.kolmogorovScore(sample(new Exponential(2)), x -> -Math.expm1(-x / 2)))
        .isLessThan(Statistics.LIMIT);
    assertThat(
            Statistics.kolmogorovScore(
                sample(new Gamma(2, 3)), x -> 1 - Math.exp(-x / 3) * (1 + x / 3)))
        .isLessThan(Statistics.LIMIT);
  }

  /**
   * Probabilities from tables of the normal distribution: 1.349898e-3 above 3, and 6.334248e-5
   * outside -4 to 4.
   */
  @Test
  void shouldFillTheTailsWhenNormal() {
    RandomStream stream = new RandomStream(8, 8);
    int n = 2_000_000;
    int above = 0;
    int below = 0;
    int beyond = 0;
    for (int i = 0; i < n; i++) {
      double z = Normal.standard(stream);
      above += z > 3 ? 1 : 0;
      below += z < -3 ? 1 : 0;
      beyond += Math.abs(z) > 4 ? 1 : 0;
    }
    double expected = n * 1.349898e-3;
    assertThat((above - expected) / Math.sqrt(expected)).isCloseTo(0, within(Statistics.LIMIT));
    assertThat((below - expected) / Math.sqrt(expected)).isCloseTo(0, within(Statistics.LIMIT));
    double far = n * 6.334248e-5;
    assertThat((beyond - far) / Math.sqrt(far)).isCloseTo(0, within(Statistics.LIMIT));
  }

  @ParameterizedTest
  @CsvSource({"0.1", "3", "9.99", "10", "12.5", "60", "1500"})
  void shouldFollowThePoissonLawWhenSampled(double mean) {
    int first = (int) Math.max(0, mean - 10 * Math.sqrt(mean));
    int size = (int) (20 * Math.sqrt(mean)) + 30;
    double start = Math.exp(first * Math.log(mean) - mean - LogFactorial.of(first));

    assertDiscrete(new Poisson(mean), first, ratios(size, start, k -> mean / (first + k + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.5",
    "10, 0.3",
    "10, 0.95",
    "30, 0.5",
    "100, 0.11",
    "1000, 0.9",
    "100000, 0.0002",
    "100000, 0.3"
  })
  void shouldFollowTheBinomialLawWhenSampled(double n, double p) {
    double std = Math.sqrt(n * p * (1 - p));
    int first = (int) Math.max(0, n * p - 10 * std - 1);
    int size = (int) Math.min(n + 1 - first, 20 * std + 30);
    double choose = LogFactorial.of(n) - LogFactorial.of(first) - LogFactorial.of(n - first);
    double start = Math.exp(choose + first * Math.log(p) + (n - first) * Math.log1p(-p));

    assertDiscrete(
        new Binomial(n, p),
        first,
        ratios(size, start, k -> (n - first - k) / (first + k + 1) * p / (1 - p)));
  }

  @Test
  void shouldGiveEachNumberAlikeWhenUniformInt() {
    double[] probabilities = new double[7];
    Arrays.fill(probabilities, 1.0 / 7);

    assertDiscrete(new UniformInt(7), 0, probabilities);
    assertThat(new UniformInt(1).draw(new RandomStream(1, 1))).isZero();
    assertThat(new UniformInt(0x1p53).draw(new RandomStream(1, 1))).isBetween(0.0, 0x1p53 - 1);
  }

  @Test
  void shouldBeCertainWhenParametersAreDegenerate() {
    RandomStream stream = new RandomStream(1, 1);

    assertThat(new Constant(2.5).draw(stream)).isEqualTo(2.5);
    assertThat(new Uniform(2, 2).draw(stream)).isEqualTo(2);
    assertThat(new Normal(4, 0).draw(stream)).isEqualTo(4);
    assertThat(new Exponential(0).draw(stream)).isZero();
    assertThat(new Gamma(2, 0).draw(stream)).isZero();
    assertThat(new Poisson(0).draw(stream)).isZero();
    assertThat(new Binomial(12, 0).draw(stream)).isZero();
    assertThat(new Binomial(12, 1).draw(stream)).isEqualTo(12);
    assertThat(new Binomial(0, 0.4).draw(stream)).isZero();
  }

  @Test
  void shouldStayWithinBoundsWhenClippedOrRedrawn() {
    double[] clipped = sample(new Clipped(new Normal(0, 1), -0.5, 1));
    double[] redrawn = sample(new Redrawn(new Uniform(0, 1), 0.25, 0.5));

    assertThat(Arrays.stream(clipped).min().orElseThrow()).isEqualTo(-0.5);
    assertThat(Arrays.stream(clipped).max().orElseThrow()).isEqualTo(1);
    assertThat(Statistics.kolmogorovScore(redrawn, x -> (x - 0.25) * 4))
        .isLessThan(Statistics.LIMIT);
  }

  @Test
  void shouldFailClearlyWhenRedrawingIsHopeless() {
    Distribution hopeless = new Redrawn(new Normal(0, 1), 50, 60);

    assertThatThrownBy(() -> hopeless.draw(new RandomStream(1, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "redrawn: none of 100000 values of normal(0.0, 1.0) fell within 50.0 to 60.0; widen the range or change the "
                + "distribution");
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refusal(
            () -> new Constant(Double.NaN), "constant: value is NaN but must be a finite number"),
        refusal(
            () -> new Uniform(3, 2), "uniform: low is 3 and high is 2; low must not be above high"),
        refusal(
            () -> new Uniform(-1e308, 1e308),
            "uniform: high - low is Infinity but must be a finite number"),
        refusal(
            () -> new UniformInt(0),
            "uniform_int: max is 0 but must be a whole number from 1 to 9.007199254740992E15"),
        refusal(
            () -> new UniformInt(2.5),
            "uniform_int: max is 2.5 but must be a whole number from 1 to 9.007199254740992E15"),
        refusal(
            () -> new Normal(0, -1), "normal: std is -1 but must be a finite number of at least 0"),
        refusal(
            () -> new Lognormal(Double.NaN, 1),
            "lognormal: mean is NaN but must be a finite number"),
        refusal(
            () -> new Exponential(-2),
            "exponential: beta is -2 but must be a finite number of at least 0"),
        refusal(() -> new Gamma(0, 1), "gamma: shape is 0 but must be a finite number above 0"),
        refusal(
            () -> new Binomial(-1, 0.5),
            "binomial: n is -1 but must be a whole number from 0 to 2147483647"),
        refusal(() -> new Binomial(1, 1.5), "binomial: p is 1.5 but must be from 0 to 1"),
        refusal(() -> new Poisson(-0.5), "poisson: mean is -0.5 but must be from 0 to 1000000000"),
        refusal(
            () -> new Clipped(new Constant(1), 2, 1),
            "clipped: low is 2 and high is 1; low must not be above high"),
        refusal(
            () -> new Redrawn(new Constant(1), Double.NaN, 1),
            "redrawn: low is NaN and high is 1; low must not be above high"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void shouldRefuseInOneLineWhenAParameterIsWrong(Supplier<Distribution> creation, String message) {
    assertThatThrownBy(creation::get).isInstanceOf(InvalidInputException.class).hasMessage(message);
  }

  @Test
  void shouldPrintAsAnExpressionWhenAsked() {
    assertThat(new Clipped(new Normal(2, 0.5), 0, Double.POSITIVE_INFINITY))
        .hasToString("clipped(normal(2.0, 0.5), 0.0, inf)");
  }

  private static Arguments refusal(Supplier<Distribution> creation, String message) {
    return Arguments.of(creation, message);
  }

  private static double[] sample(Distribution distribution) {
    RandomStream stream = new RandomStream(20, Purpose.of(distribution.toString()));
    double[] values = new double[SAMPLE];
    for (int i = 0; i < SAMPLE; i++) {
      values[i] = distribution.draw(stream.at(i, 0));
    }
    return values;
  }

  /** Probabilities by their ratio to the one before. */
  private static double[] ratios(int size, double start, IntToDoubleFunction ratio) {
    double[] probabilities = new double[size];
    double probability = start;
    for (int k = 0; k < size; k++) {
      probabilities[k] = probability;
      probability *= ratio.applyAsDouble(k);
    }
    assertThat(Arrays.stream(probabilities).sum()).isCloseTo(1, within(1e-9));
    return probabilities;
  }

  private static void assertDiscrete(Distribution distribution, int first, double[] probabilities) {
    long[] observed = new long[probabilities.length];
    for (double value : sample(distribution)) {
      observed[(int) value - first]++;
    }
    double[] expected = new double[probabilities.length];
    Arrays.setAll(expected, i -> SAMPLE * probabilities[i]);
    assertThat(Statistics.chiSquareScore(observed, expected)).isLessThan(Statistics.LIMIT);
  }
}
