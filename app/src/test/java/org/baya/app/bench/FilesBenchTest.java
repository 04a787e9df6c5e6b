package org.baya.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.baya.app.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesBenchTest {
  @TempDir Path directory;

  @Test
  void shouldBuildTheSameNetworkFromEveryFile() {
    Conditions conditions =
        new Conditions(
            () -> new Launcher(Path.of("none")),
            Optional.of(directory),
            1,
            1000,
            OptionalInt.of(2),
            Progress.none());
    FilesBench bench = new FilesBench(200_000);
    List<Series> all = bench.run(conditions);
    assertThat(all)
        .extracting(Series::name)
        .containsExactly("HDF5", ".npy, N x 4, 64 bits", ".npz", "sparse .npz, CSR");
    for (Series series : all) {
      RunResult run = series.first();
      assertThat(run.synapses()).as(series.name()).isEqualTo(200_000);
      assertThat(run.figure(Figure.BUILD)).isPositive();
      assertThat(run.figure(Figure.READ)).isPositive();
      assertThat(bench.target(series, Figure.BUILD)).isPresent();
    }
  }
}
