package org.baya.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.build.NetworkPlan;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.npy.NpyFile;
import org.baya.io.npy.NpzFile;
import org.baya.io.reference.CaseReader;
import org.baya.io.sonata.SonataExperiment;
import org.baya.io.sonata.SpikeConversion;
import org.baya.io.text.CsvTable;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any bytes as a file of each kind: input errors are the only way to fail. {@code HostileFilesTest}
 * runs seeded damage of the same kinds in the normal tests.
 */
class ReaderFuzzTest {
  @TempDir static Path directory;

  @FuzzTest(maxDuration = "2m")
  void npy(byte[] bytes) throws IOException {
    Path file = file(bytes, "npy");
    reading(arena -> NpyFile.open(file).column(arena).toDoubles());
  }

  @FuzzTest(maxDuration = "2m")
  void npz(byte[] bytes) throws IOException {
    Path file = file(bytes, "npz");
    reading(arena -> {
      NpzFile archive = NpzFile.open(file);
      archive.names().forEach(name -> reading(own -> archive.column(name, own).toDoubles()));
    });
  }

  @FuzzTest(maxDuration = "2m")
  void hdf5(byte[] bytes) throws IOException {
    Path file = file(bytes, "h5");
    reading(arena -> {
      try (Hdf5File opened = Hdf5File.open(file)) {
        walk(opened, "", 4);
      }
    });
  }

  @FuzzTest(maxDuration = "2m")
  void csv(byte[] bytes) throws IOException {
    Path file = file(bytes, "csv");
    reading(arena -> {
      CsvTable table = CsvTable.open(file);
      table.header().forEach(name -> reading(own -> table.numbers(name)));
    });
  }

  @FuzzTest(maxDuration = "2m")
  void spikes(byte[] bytes) throws IOException {
    Path file = file(bytes, "h5");
    reading(arena -> SpikeConversion.convert(file, directory.resolve("converted.csv")));
  }

  @FuzzTest(maxDuration = "2m")
  void sonata(byte[] bytes) throws IOException {
    Path file = file(bytes, "json");
    reading(arena -> plan(SonataExperiment.load(file, List.of(), true)));
  }

  @FuzzTest(maxDuration = "2m")
  void experiment(byte[] bytes) throws IOException {
    Path file = file(bytes, "yaml");
    reading(arena -> plan(ExperimentFile.load(file, List.of())));
  }

  @FuzzTest(maxDuration = "2m")
  void referenceCase(String text) {
    reading(arena -> CaseReader.read("case.json", text));
  }

  private static Path file(byte[] bytes, String ending) throws IOException {
    return Files.write(directory.resolve("fuzz." + ending), bytes);
  }

  private static void plan(Experiment experiment) {
    NetworkPlan.of(experiment.network(), experiment.durationMs(), 1);
  }

  private static void walk(Hdf5File file, String group, int depth) {
    for (String name : file.datasets(group)) {
      String path = group + "/" + name;
      reading(arena -> file.column(path, arena).toDoubles());
      reading(arena -> file.strings(path));
      reading(arena -> file.attribute(path, "units"));
    }
    if (depth > 0) {
      file.groups(group)
          .forEach(name -> reading(arena -> walk(file, group + "/" + name, depth - 1)));
    }
  }

  /** What a reader does. */
  private interface Reading {
    void in(Arena arena);
  }

  private static void reading(Reading reading) {
    try (Arena arena = Arena.ofConfined()) {
      reading.in(arena);
    } catch (InvalidInputException | SimulationException e) {
      for (Throwable at = e; at != null; at = at.getCause()) {
        if (at instanceof VirtualMachineError exhausted) {
          throw exhausted;
        }
      }
    }
  }
}
