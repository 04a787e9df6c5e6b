package org.baya.io.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
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

/** Reads everything that a file gives, as each reader's users do, and watches what it costs. */
final class HostileReading {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  /** Objects lie this deep in a group at most, so that links in a circle end. */
  private static final int DEPTH = 4;

  private static final long MOST_NS = 1_000_000_000;
  private static final long MOST_BYTES = 256 << 20;

  private HostileReading() {}

  /** Kinds of readers. */
  enum Kind {
    NPY,
    NPZ,
    HDF5,
    CSV,
    SPIKES,
    SONATA,
    EXPERIMENT,
    CASE
  }

  /**
   * Reads a file. Wrong input may only show as input errors of one line each, after at most a
   * second of processor time (collecting garbage included) and 256 MiB; running out of memory or
   * stack on the way is a failure, even where it is caught.
   *
   * @param what for the message of a failure
   */
  static void read(Kind kind, Path file, String what) {
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    long time = PROCESS.getProcessCpuTime();
    try {
      dispatch(kind, file);
    } catch (InvalidInputException e) {
      assertThat(e.problems()).as(what).allMatch(line -> !line.isBlank() && !line.contains("\n"));
      requireNoExhaustion(e, what);
    } catch (SimulationException e) {
      assertThat(e.getMessage()).as(what).isNotBlank().doesNotContain("\n");
    } catch (RuntimeException | Error e) {
      throw new AssertionError(what + ": " + e, e);
    }
    assertThat(PROCESS.getProcessCpuTime() - time).as(what).isLessThan(MOST_NS);
    assertThat(THREADS.getCurrentThreadAllocatedBytes() - bytes).as(what).isLessThan(MOST_BYTES);
  }

  private static void requireNoExhaustion(Throwable failure, String what) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      assertThat(at).as(what).isNotInstanceOf(VirtualMachineError.class);
    }
  }

  private static void dispatch(Kind kind, Path file) {
    try (Arena arena = Arena.ofConfined()) {
      switch (kind) {
        case NPY -> NpyFile.open(file).column(arena).toDoubles();
        case NPZ -> {
          NpzFile archive = NpzFile.open(file);
          archive.names().forEach(name -> attempt(() -> archive.column(name, arena).toDoubles()));
        }
        case HDF5 -> {
          try (Hdf5File opened = Hdf5File.open(file)) {
            walk(opened, "", arena, DEPTH);
          }
        }
        case CSV -> {
          CsvTable table = CsvTable.open(file);
          table.header().forEach(name -> attempt(() -> table.numbers(name)));
        }
        case SPIKES -> SpikeConversion.convert(file, file.resolveSibling("converted.csv"));
        case SONATA -> plan(SonataExperiment.load(file, List.of(), true));
        case EXPERIMENT -> plan(ExperimentFile.load(file, List.of()));
        case CASE -> CaseReader.read(file.toString(), text(file));
      }
    }
  }

  private static void plan(Experiment experiment) {
    NetworkPlan.of(experiment.network(), experiment.durationMs(), 1);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void walk(Hdf5File file, String group, Arena arena, int depth) {
    for (String name : file.datasets(group)) {
      String path = group + "/" + name;
      attempt(() -> file.info(path));
      attempt(() -> file.column(path, arena).toDoubles());
      attempt(() -> file.strings(path));
      attempt(() -> file.attribute(path, "units"));
    }
    attempt(() -> file.attribute(group, "version"));
    if (depth > 0) {
      for (String name : file.groups(group)) {
        attempt(() -> walk(file, group + "/" + name, arena, depth - 1));
      }
    }
  }

  private static void attempt(Runnable read) {
    try {
      read.run();
    } catch (InvalidInputException | SimulationException e) {
      assertThat(e.getMessage()).doesNotContain("\n");
      requireNoExhaustion(e, e.getMessage());
    }
  }
}
