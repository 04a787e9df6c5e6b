package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The edges of a network of 120 um against the probability of every single pair of cells. */
class V1RecurrentTest {
  private static final V1Parameters TABLES = V1Parameters.load();
  private static final V1Settings SETTINGS = V1Settings.of(120.0, 5, 2);
  private static final int POPULATIONS = 21;

  /** Bins of equal width of the distance 0..240 um, then of the tuning difference 0..90 degrees. */
  private static final int BINS = 30;

  private static V1Cells cells;
  private static V1Recurrent recurrent;
  private static final double[] EXPECTED = new double[POPULATIONS * POPULATIONS];
  private static final double[] VARIANCE = new double[POPULATIONS * POPULATIONS];
  private static final double[] EXPECTED_BY_DISTANCE = new double[BINS];
  private static final double[] EXPECTED_BY_TUNING = new double[BINS];

  @BeforeAll
  static void sumOverAllPairs() {
    cells = V1Cells.place(TABLES, SETTINGS);
    recurrent = V1Recurrent.connect(TABLES, cells, SETTINGS);
    for (int source = 0; source < cells.count(); source++) {
      for (int target = 0; target < cells.count(); target++) {
        Optional<V1Connection> rule =
            TABLES.connection(cells.populations()[source], cells.populations()[target]);
        if (rule.isPresent() && source != target) {
          double p = probability(rule.get(), source, target);
          EXPECTED[pair(source, target)] += p;
          VARIANCE[pair(source, target)] += p * (1.0 - p);
          EXPECTED_BY_DISTANCE[distanceBin(source, target)] += p;
          if (rule.get().tuningSlope() != 0.0) {
            EXPECTED_BY_TUNING[tuningBin(source, target)] += p;
          }
        }
      }
    }
  }

  @Test
  void shouldSortEdgesWithoutAutapsesOrMultapses() {
    int nextTarget = 0;
    for (RecurrentBlock block : recurrent.blocks()) {
      assertThat(block.firstTarget()).isEqualTo(nextTarget);
      nextTarget += block.targets();
      for (int row = 0; row < block.targets(); row++) {
        int previous = -1;
        for (int edge = block.rowStart()[row]; edge < block.rowStart()[row + 1]; edge++) {
          int source = block.sources()[edge];
          if (source <= previous
              || source >= cells.count()
              || source == block.firstTarget() + row) {
            fail(
                "source "
                    + source
                    + " after "
                    + previous
                    + " of target "
                    + (block.firstTarget() + row));
          }
          previous = source;
        }
      }
    }
    assertThat(nextTarget).isEqualTo(cells.count());
  }

  @Test
  void shouldConnectEachPairOfPopulationsAsOftenAsExpected() {
    int[] counts = new int[POPULATIONS * POPULATIONS];
    forEachEdge((source, target, weight) -> counts[pair(source, target)]++);
    double sum = 0.0;
    int compared = 0;
    for (int pair = 0; pair < counts.length; pair++) {
      if (EXPECTED[pair] == 0.0) {
        assertThat(counts[pair]).isZero();
      } else if (VARIANCE[pair] > 25.0) {
        double z = (counts[pair] - EXPECTED[pair]) / Math.sqrt(VARIANCE[pair]);
        // Some 300 pairs: false alarm below 1e-4.
        assertThat(z).isBetween(-5.2, 5.2);
        sum += z * z;
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(260);
    // Chi-square of some 300 degrees of freedom, normal approximation at 4.5 sd: false alarm below
    // 1e-5.
    assertThat(sum).isCloseTo(compared, within(4.5 * Math.sqrt(2.0 * compared)));
  }

  @Test
  void shouldFollowDistanceAndTuning() {
    int[] byDistance = new int[BINS];
    int[] byTuning = new int[BINS];
    forEachEdge((source, target, weight) -> {
      byDistance[distanceBin(source, target)]++;
      Optional<V1Connection> rule =
          TABLES.connection(cells.populations()[source], cells.populations()[target]);
      if (rule.orElseThrow().tuningSlope() != 0.0) {
        byTuning[tuningBin(source, target)]++;
      }
    });
    // Poisson's variance is above the true one. 60 comparisons at 5 sd: false alarm below 1e-4.
    for (int bin = 0; bin < BINS; bin++) {
      assertThat((double) byDistance[bin])
          .isCloseTo(
              EXPECTED_BY_DISTANCE[bin], within(5.0 * Math.sqrt(EXPECTED_BY_DISTANCE[bin] + 1.0)));
      assertThat((double) byTuning[bin])
          .isCloseTo(
              EXPECTED_BY_TUNING[bin], within(5.0 * Math.sqrt(EXPECTED_BY_TUNING[bin] + 1.0)));
    }
  }

  @Test
  void shouldWeighExcitatoryEdgesByTuningAloneAndInhibitoryOnesByTheirSynapsesToo() {
    int[] synapses = new int[10];
    double[] worst = new double[1];
    forEachEdge((source, target, weight) -> {
      int type = cells.types()[target];
      V1EdgeType edge = TABLES.edgeType(cells.populations()[source], type).orElseThrow();
      double angle =
          V1Cells.orientationDifference(cells.tuning()[source], cells.tuning()[target])
              / edge.weightSigmaDeg();
      V1CellType targetType = TABLES.typeList().get(type);
      double unit =
          edge.weightPa() * Math.exp(-angle * angle) / (targetType.vThMv() - targetType.eLMv());
      if (TABLES.populationList().get(cells.populations()[source]).excitatory()) {
        worst[0] = Math.max(worst[0], Math.abs(weight / (0.5 * unit) - 1.0));
      } else {
        int n = (int) Math.round(weight / unit);
        worst[0] = Math.max(worst[0], Math.abs(weight / (n * unit) - 1.0));
        synapses[n]++;
      }
    });
    assertThat(worst[0]).isLessThan(1e-6);
    int total = Arrays.stream(synapses).sum();
    for (int n = 0; n < synapses.length; n++) {
      double expected = n >= 3 && n < 8 ? total / 5.0 : 0.0;
      // Five comparisons at 5 sd: false alarm below 1e-5.
      assertThat((double) synapses[n]).isCloseTo(expected, within(5.0 * Math.sqrt(expected)));
    }
  }

  @Test
  void shouldApplyTheGivenGains() {
    V1Settings plain = V1Settings.of(60.0, 5, 1);
    V1Settings scaled = new V1Settings(60.0, 5, 1, new V1Gains(1.5, 3.0, 2.0, 12.0));
    V1Cells few = V1Cells.place(TABLES, plain);
    RecurrentBlock a = V1Recurrent.connect(TABLES, few, plain).blocks().getFirst();
    RecurrentBlock b = V1Recurrent.connect(TABLES, few, scaled).blocks().getFirst();
    assertThat(b.sources()).isEqualTo(a.sources());
    for (int edge = 0; edge < a.edges(); edge++) {
      assertThat((double) b.weights()[edge])
          .isCloseTo(3.0 * a.weights()[edge], within(1e-5 * Math.abs(b.weights()[edge])));
    }
  }

  @Test
  void shouldDrawOtherEdgesFromAnotherSeed() {
    V1Settings first = V1Settings.of(60.0, 5, 1);
    V1Settings second = V1Settings.of(60.0, 6, 1);
    assertThat(
            V1Recurrent.connect(TABLES, V1Cells.place(TABLES, first), first)
                .blocks()
                .getFirst()
                .sources())
        .isNotEqualTo(
            V1Recurrent.connect(TABLES, V1Cells.place(TABLES, second), second)
                .blocks()
                .getFirst()
                .sources());
  }

  private interface EdgeConsumer {
    void accept(int source, int target, float weight);
  }

  private static void forEachEdge(EdgeConsumer consumer) {
    for (RecurrentBlock block : recurrent.blocks()) {
      for (int row = 0; row < block.targets(); row++) {
        for (int edge = block.rowStart()[row]; edge < block.rowStart()[row + 1]; edge++) {
          consumer.accept(block.sources()[edge], block.firstTarget() + row, block.weights()[edge]);
        }
      }
    }
  }

  private static int pair(int source, int target) {
    return cells.populations()[source] * POPULATIONS + cells.populations()[target];
  }

  private static double probability(V1Connection rule, int source, int target) {
    double distance = distance(source, target) / rule.sigmaUm();
    return rule.probability(
        distance * distance,
        V1Cells.orientationDifference(cells.tuning()[source], cells.tuning()[target]));
  }

  private static double distance(int source, int target) {
    double dx = (double) cells.x()[source] - cells.x()[target];
    double dz = (double) cells.z()[source] - cells.z()[target];
    return Math.sqrt(dx * dx + dz * dz);
  }

  private static int distanceBin(int source, int target) {
    return Math.min(BINS - 1, (int) (distance(source, target) / 240.0 * BINS));
  }

  private static int tuningBin(int source, int target) {
    double angle = V1Cells.orientationDifference(cells.tuning()[source], cells.tuning()[target]);
    return Math.min(BINS - 1, (int) (angle / 90.0 * BINS));
  }
}
