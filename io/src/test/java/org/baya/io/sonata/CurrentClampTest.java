package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.baya.array.ElementType;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.network.Population;
import org.baya.network.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Current clamps become jumps of a step_current_generator. */
class CurrentClampTest {
  @TempDir Path directory;

  private void expect(String input, double[] times, double... amplitudes) throws IOException {
    Population generator = generator(input);
    assertThat(values(generator, "amplitude_times")).containsExactly(times);
    assertThat(values(generator, "amplitude_values")).containsExactly(amplitudes);
  }

  private Population generator(String input) throws IOException {
    SmallSonata network = new SmallSonata(directory);
    network.edit(
        "simulation.json",
        "\"inputs\": {",
        "\"inputs\": {\"clamp\": {\"module\": \"IClamp\", " + input + "}, ");
    network.texts.put("amps.csv", "timestamps amps\n0.0 5.0\n10.0 0.0\n20.0 7.0\n");
    return network.load().network().populations().getLast();
  }

  private static double[] values(Population generator, String name) {
    return ((Value.Vector) generator.parameters().get(name)).values();
  }

  @Test
  void shouldReadNumbersAndLists() throws IOException {
    String left = ", \"node_set\": \"left\"";
    expect(
        "\"input_type\": \"current_clamp\", \"amp\": 50, \"delay\": 10.0, \"duration\": 5" + left,
        new double[] {10, 15},
        50,
        0);
    expect(
        "\"input_type\": \"current_clamp\", \"amp\": [1, 2, 3], \"delay\": [0, 20, 30], \"duration\": [10, 10, 5]",
        new double[] {0.1, 10, 20, 30, 35},
        1,
        0,
        2,
        3,
        0);
  }

  @Test
  void shouldReadTables() throws IOException {
    expect("\"input_type\": \"csv\", \"file\": \"amps.csv\"", new double[] {0.1, 10, 20}, 5, 0, 7);
  }

  @Test
  void shouldReadSweeps() throws IOException {
    String series = "/epochs/Sweep_7/stimulus/timeseries";
    Hdf5Tree tree = new Hdf5Tree();
    tree.dataset(series + "/data", ElementType.FLOAT64, 8);
    tree.dataset(series + "/starting_time", ElementType.FLOAT64, 1);
    tree.attribute(series + "/starting_time", "rate", 1000.0);
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve("cell.nwb"), tree)) {
      writer.dataset(series + "/data").write(0, Elements.of(0, 0, 2e-9, 2e-9, 2e-9, 0, 1e-9, 0));
      writer.commit();
    }
    String sweep = "\"input_type\": \"nwb\", \"file\": \"cell.nwb\", \"sweep_id\": \"7\"";
    expect(sweep, new double[] {0.1, 2, 5, 6, 7}, 0, 2, 0, 1, 0);
    expect(sweep + ", \"downsample\": 0.002", new double[] {0.1, 2, 6}, 0, 2, 1);
    expect(sweep + ", \"sweep_window\": [2, 5], \"delay\": 10", new double[] {12, 15}, 2, 0);
  }

  @Test
  void shouldTellWhatIsWrong() {
    assertThatThrownBy(
            () -> generator("\"input_type\": \"current_clamp\", \"amp\": 1, \"delay\": 1"))
        .hasMessageContaining("inputs.clamp: needs 'duration'");
    assertThatThrownBy(() ->
            generator(
                "\"input_type\": \"current_clamp\", \"amp\": [1, 2], \"delay\": 1, \"duration\": 1"))
        .hasMessageContaining("delay: has 1 numbers, amp 2, duration 1");
    assertThatThrownBy(() ->
            generator(
                "\"input_type\": \"current_clamp\", \"amp\": [1, 2], \"delay\": [5, 4], \"duration\": [1, 1]"))
        .hasMessageContaining("ascending delays");
    assertThatThrownBy(() -> generator("\"input_type\": \"csv\", \"file\": \"none.csv\""))
        .hasMessageContaining("inputs.clamp.file: no such file");
    assertThatThrownBy(() -> generator("\"input_type\": \"sin\""))
        .hasMessageContaining("unknown kind of current clamp 'sin'");
  }
}
