package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baya.io.experiment.Experiment;
import org.baya.io.file.ForeignPython;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks that we write, read by h5py. */
class ForeignReaderTest {
  @TempDir Path directory;

  @Test
  void shouldWriteNetworksThatH5pyReads() throws IOException {
    Path given = Files.createDirectories(directory.resolve("given"));
    Experiment experiment = new SmallSonata(given).load();
    Path written = directory.resolve("written");
    SonataNetworkWriter.write(experiment, written);
    assertThat(ForeignPython.lines(getClass(), "print_network.py", written, "h5py"))
        .containsExactly(
            "run 100 0.1",
            "nodes cells 20 2 uint64",
            "nodes input 10 1 uint64",
            "edges cells_to_cells cells cells 60 570 570 -4780.0",
            "edges input_to_cells input cells 60 270 570 None",
            "input input 60 2745.0");
  }
}
