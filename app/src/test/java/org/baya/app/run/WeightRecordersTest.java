package org.baya.app.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.npy.NpzFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightRecordersTest {
  private static final String POPULATIONS =
      """
      duration: 30
      populations:
        input: {model: spike_generator, size: 2, parameters: {spike_times: [2.0, 12.0]}}
        cells: {model: iaf_psc_exp, size: 3, parameters: {I_e: 600, tau_minus: 15.0}}
      projections:
      """;
  private static final String PLASTIC =
      """
        plastic:
          from: input
          to: cells
          rule: all_to_all
          weight: 'uniform(10, 20)'
          synapse: {model: stdp_synapse, lambda: 0.1, tau_plus: 'uniform(10, 20)', Wmax: 50}
      """;

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"h5", "npz", "csv"})
  void shouldWriteWeightsThatCanBeReadAsEdges(String format) throws IOException {
    String record =
        """
        record:
          weights: {of: plastic}
          final_weights: {of: [plastic], format: %s}
        """
            .formatted(format);
    ExperimentRun.Result first = run("first", POPULATIONS + PLASTIC + record);
    String name = "plastic_final_weights." + format;
    assertThat(first.files()).contains("plastic_weights.h5", name);
    String again =
        """
          again: {from: input, to: cells, edges: {%s}, synapse: {model: bernoulli_synapse}}
        record:
          final_weights: {of: again, format: npz}
        """
            .formatted(
                "file: "
                    + first.directory().resolve(name)
                    + ", source: source, target: target, weight: weight, delay: delay");
    ExperimentRun.Result second = run("second", POPULATIONS + again);
    double[] kept = npz(second.directory().resolve("again_final_weights.npz"));
    assertThat(kept).hasSize(6).doesNotContain(0.0);
    double[] transmitted = last(first.directory().resolve("plastic_weights.h5"), 6);
    assertThat(kept).containsExactly(transmitted);
  }

  private static double[] npz(Path file) {
    try (Arena arena = Arena.ofConfined()) {
      return NpzFile.open(file).column("weight", arena).toDoubles();
    }
  }

  /** What the last spikes transmitted is what they left. */
  private static double[] last(Path file, int count) {
    try (Hdf5File hdf5 = Hdf5File.open(file);
        Arena arena = Arena.ofConfined()) {
      double[] weights = hdf5.column("weight", arena).toDoubles();
      assertThat(weights).hasSize(12);
      assertThat(hdf5.column("time", arena).toDoubles())
          .startsWith(2.0, 2.0, 2.0, 2.0, 2.0, 2.0)
          .endsWith(12.0, 12.0);
      assertThat(hdf5.column("source", arena).toInts())
          .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1);
      assertThat(hdf5.column("target", arena).toInts())
          .containsExactly(0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2);
      return Arrays.copyOfRange(weights, weights.length - count, weights.length);
    }
  }

  @Test
  void shouldNameWhatIsWrong() {
    assertThatThrownBy(
            () -> run("bad", POPULATIONS + PLASTIC + "record: {weights: {of: plastik}}\n"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(
            "record.weights.of: no projection 'plastik'; did you mean 'plastic'?");
    assertThatThrownBy(() ->
            run(
                "bad",
                POPULATIONS + PLASTIC + "record: {final_weights: {of: plastic, format: txt}}\n"))
        .hasMessageContaining("record.final_weights.format: is 'txt'; allowed is h5, npz, csv");
    assertThatThrownBy(() ->
            run(
                "bad",
                POPULATIONS
                    + "  still: {from: input, to: cells, rule: all_to_all}\n"
                    + "record: {final_weights: {of: still}}\n"))
        .hasMessageContaining("record.final_weights.of")
        .hasMessageContaining("no projection 'still' of plastic synapses");
  }

  private ExperimentRun.Result run(String name, String yaml) throws IOException {
    Path file = Files.writeString(directory.resolve(name + ".yaml"), yaml);
    ExperimentRun.Request request =
        new ExperimentRun.Request(
            ExperimentFile.load(file, List.of()),
            2,
            directory.resolve(name),
            ProcessClock.start(),
            0.1,
            "test",
            List.of("baya", "run"));
    return ExperimentRun.run(request, Progress.none(), new StopRequest());
  }
}
