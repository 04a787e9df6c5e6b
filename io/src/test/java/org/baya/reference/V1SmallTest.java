package org.baya.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baya.build.BuildReport;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledPopulation;
import org.baya.compiled.SpikeList;
import org.baya.engine.Simulation;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.experiment.Setting;
import org.baya.io.hdf5.Hdf5File;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The 2,691-neuron cylinder of mouse V1 in the user's layout, run by {@code examples/v1/v1.yaml},
 * against every spike of NEST 3.9. See the README beside {@code v1_small.zip}.
 */
public final class V1SmallTest {
  @TempDir static Path directory;

  @BeforeAll
  static void unpack() throws IOException {
    try (InputStream in = V1SmallTest.class.getResourceAsStream("v1_small.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, directory.resolve(entry.getName()));
      }
    }
    Files.copy(Path.of("..", "examples", "v1", "v1.yaml"), directory.resolve("v1.yaml"));
  }

  private static Experiment experiment(double resolutionMs) {
    return ExperimentFile.load(
        directory.resolve("v1.yaml"), List.of(Setting.set("resolution=" + resolutionMs)));
  }

  /** All spikes of population v1 as sorted keys. */
  private static long[] spikes(Experiment experiment, int threads) {
    NetworkBuilder.Built built = NetworkBuilder.build(experiment.network(), threads);
    CompiledPopulation v1 = built.network().population("v1");
    SpikeList all = new SpikeList(20_000);
    try (Simulation simulation = new Simulation(built.network(), threads)) {
      simulation.listen((keys, n) -> {
        for (int i = 0; i < n; i++) {
          if (SpikeList.node(keys[i]) < v1.firstNode() + v1.size()) {
            all.add(keys[i]);
          }
        }
      });
      simulation.run(experiment.durationMs());
    }
    return Arrays.copyOf(all.keys(), all.size());
  }

  private static long[] nestSpikes(double resolutionMs) {
    try (Hdf5File file = Hdf5File.open(directory.resolve("nest_spikes_dt" + resolutionMs + ".h5"));
        Arena arena = Arena.ofConfined()) {
      double[] times = file.column("spikes/v1/timestamps", arena).toDoubles();
      int[] ids = file.column("spikes/v1/node_ids", arena).toInts();
      long[] keys = new long[times.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = SpikeList.key((int) Math.round(times[i] / resolutionMs) - 1, ids[i]);
      }
      Arrays.sort(keys);
      return keys;
    }
  }

  @ParameterizedTest
  @CsvSource({"1.0, 18510", "0.1, 19233"})
  void shouldGiveEverySpikeOfNest(double resolutionMs, int count) {
    assertThat(nestSpikes(resolutionMs)).hasSize(count);
    assertThat(spikes(experiment(resolutionMs), 2)).isEqualTo(nestSpikes(resolutionMs));
  }

  @ParameterizedTest
  @CsvSource({"1", "3", "8"})
  void shouldGiveTheSameSpikesWithAnyNumberOfThreads(int threads) {
    assertThat(spikes(experiment(1.0), threads)).isEqualTo(nestSpikes(1.0));
  }

  @Test
  void shouldCountWhatItDropsAndClamps() {
    BuildReport report = NetworkBuilder.build(experiment(0.1).network(), 2).report();
    assertThat(report.projections().getFirst().edges()).isEqualTo(361_736);
    assertThat(report.projections().getFirst().dropped()).isEqualTo(363);
    assertThat(report.projections().getFirst().changedDelays()).isEqualTo(37_073);
    assertThat(report.projections().getLast().made()).isEqualTo(2_691);
  }
}
