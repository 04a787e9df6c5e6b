package org.baya.io.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The whole core, 14.4 million edges, against the expected numbers of the published model. */
class V1CoreTest {

  @Test
  void shouldHaveTheExpectedNumberOfEdges() {
    V1Parameters tables = V1Parameters.load();
    V1Settings settings = V1Settings.of(400.0, 1, 2);
    V1Cells cells = V1Cells.place(tables, settings);
    V1Recurrent recurrent = V1Recurrent.connect(tables, cells, settings);
    long[][] counts = new long[21][21];
    for (RecurrentBlock block : recurrent.blocks()) {
      for (int row = 0; row < block.targets(); row++) {
        int target = cells.populations()[block.firstTarget() + row];
        for (int edge = block.rowStart()[row]; edge < block.rowStart()[row + 1]; edge++) {
          counts[cells.populations()[block.sources()[edge]]][target]++;
        }
      }
    }
    ResourceTable expected = ResourceTable.load("expected_core_edges.csv");
    double total = 0.0;
    long found = 0;
    for (int row = 0; row < expected.rows(); row++) {
      int source = V1ParametersTest.population(expected.text(row, "src"));
      int target = V1ParametersTest.population(expected.text(row, "trg"));
      double edges = expected.number(row, "expected_edges");
      total += edges;
      found += counts[source][target];
      if (edges > 10_000.0) {
        assertThat((double) counts[source][target])
            .as(expected.text(row, "src") + " to " + expected.text(row, "trg"))
            .isCloseTo(edges, within(0.04 * edges));
      }
    }
    assertThat(expected.rows()).isEqualTo(312);
    assertThat(found).isEqualTo(recurrent.edges()).isEqualTo(LongStream.of(flat(counts)).sum());
    assertThat((double) found).isCloseTo(total, within(0.01 * total));
  }

  private static long[] flat(long[][] counts) {
    return Arrays.stream(counts).flatMapToLong(LongStream::of).toArray();
  }
}
