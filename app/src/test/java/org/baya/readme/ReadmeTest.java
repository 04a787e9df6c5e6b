package org.baya.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.baya.app.run.ExperimentRun;
import org.baya.app.run.ProcessClock;
import org.baya.app.run.Progress;
import org.baya.app.run.StopRequest;
import org.baya.array.ElementType;
import org.baya.build.NetworkBuilder;
import org.baya.compiled.CompiledNetwork;
import org.baya.engine.SpikeRecording;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.npy.NpyWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the README are tested files, and they work. */
class ReadmeTest {
  private static final int CELLS = 1000;

  @TempDir Path directory;

  @Test
  void shouldShowTheJavaExampleAsItIsCompiled() throws IOException {
    String source = Page.read("app/src/test/java/org/baya/readme/QuickStart.java");
    String marked = source.split("  // README\\R", -1)[1];
    assertThat(Page.of("README.md").blocks("java"))
        .containsExactly(marked.replaceAll("(?m)^  ", ""));
  }

  @Test
  void shouldRunTheJavaExample() {
    int[] sources = new int[10 * CELLS];
    int[] targets = new int[10 * CELLS];
    double[] weights = new double[10 * CELLS];
    for (int i = 0; i < sources.length; i++) {
      sources[i] = i % CELLS;
      targets[i] = (7 * i + 3) % CELLS;
    }
    SpikeRecording alone = QuickStart.run(sources, targets, weights);
    assertThat(alone.size()).isGreaterThan(CELLS);
    assertThat(alone.timesMs()).isSorted().hasSize(alone.size());
    assertThat(alone.timesMs()[alone.size() - 1]).isBetween(900.0, 1000.0);
    assertThat(Arrays.stream(alone.nodes()).distinct().count()).isEqualTo(CELLS);
    Arrays.fill(weights, -50);
    assertThat(QuickStart.run(sources, targets, weights).size()).isLessThan(alone.size());
  }

  @Test
  void shouldShowTheExperimentAsItIsShipped() throws IOException {
    assertThat(Page.of("README.md").blocks("yaml"))
        .containsExactly(Page.read("examples/v1/recurrent-npy.yaml"));
  }

  /**
   * Two types, four neurons, five edges: one of weight zero, one with a delay that is too short.
   */
  @Test
  void shouldRunTheExperimentOnArrays() throws IOException {
    write("recurrent.npy", 4, 0, 1, 5, 1.5, 1, 2, -2, 0.1, 2, 3, 0, 1, 3, 0, 4, 2, 0, 2, 1, 1);
    write("types.npy", 1, 0, 1, 1, 0);
    write("vsc.npy", 1, 12_000, 25_000);
    Path file =
        Files.writeString(
            directory.resolve("mine.yaml"), Page.of("README.md").blocks("yaml").getFirst());
    Experiment experiment = ExperimentFile.load(file, List.of());
    CompiledNetwork network = NetworkBuilder.build(experiment.network(), 2).network();
    assertThat(network.synapses()).isEqualTo(4);
    assertThat(network.windowSteps()).isEqualTo(10);
    Path results = directory.resolve("results");
    ExperimentRun.Request request =
        new ExperimentRun.Request(
            experiment,
            2,
            results,
            ProcessClock.start(),
            0.1,
            "test",
            List.of("baya", "run", "mine.yaml"));
    ExperimentRun.Result result = ExperimentRun.run(request, Progress.none(), new StopRequest());
    assertThat(result.summary().network().synapses()).isEqualTo(8);
    assertThat(result.summary().network().droppedSynapses()).isEqualTo(1);
    try (Hdf5File spikes = Hdf5File.open(results.resolve("spikes.h5"));
        Arena arena = Arena.ofConfined()) {
      assertThat(spikes.column("/spikes/neurons/timestamps", arena).toDoubles())
          .isNotEmpty()
          .isSorted();
    }
  }

  private void write(String name, int width, double... values) {
    try (NpyWriter writer = NpyWriter.create(directory.resolve(name), ElementType.FLOAT64, width)) {
      writer.append(Elements.of(values));
      writer.commit();
    }
  }
}
