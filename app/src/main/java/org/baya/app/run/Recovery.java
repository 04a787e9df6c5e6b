package org.baya.app.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.file.Reasons;
import org.baya.io.sonata.ReportFile;
import org.baya.io.sonata.SpikeFile;
import org.baya.io.sonata.SpikeLog;

/** Finishes the files of a run whose process ended before it could. */
public final class Recovery {

  private Recovery() {}

  /**
   * What was found.
   *
   * @param spikes number of spikes
   * @param lastMs time of the last spike or sample [ms]; 0 if there is none
   * @param files names of the files in the directory
   */
  public record Result(long spikes, double lastMs, List<String> files) {
    public Result {
      files = List.copyOf(files);
    }
  }

  /**
   * Writes what the latest unfinished run in {@code directory} recorded, in place of older files.
   *
   * @throws InvalidInputException if there is no unfinished run, or it is going on
   */
  public static Result recover(Path directory) {
    Path unfinished = unfinished(directory);
    RecoveryNote note = RecoveryNote.read(unfinished);
    try (OutputDirectory output = OutputDirectory.resume(directory, unfinished)) {
      Result result = write(note, unfinished);
      output.publish();
      return result;
    }
  }

  private static Result write(RecoveryNote note, Path unfinished) {
    List<SpikeFile.Train> trains = new ArrayList<>();
    List<SpikeLog> logs = new ArrayList<>();
    for (int i = 0; i < note.spikes().size(); i++) {
      logs.add(SpikeLog.existing(unfinished.resolve(RecoveryNote.spikeLog(i))));
      trains.add(logs.getLast().train(note.spikes().get(i)));
    }
    SpikeFile file = new SpikeFile(trains, note.order(), note.resolutionMs());
    file.write(unfinished.resolve(note.spikesFile()));
    List<String> files = new ArrayList<>(List.of(note.spikesFile()));
    note.spikesCsv()
        .ifPresent(name -> {
          file.writeCsv(unfinished.resolve(name));
          files.add(name);
        });
    double lastMs = 0;
    long count = 0;
    for (SpikeFile.Train train : trains) {
      count += train.count();
      if (train.count() > 0) {
        lastMs = Math.max(lastMs, train.steps()[train.count() - 1] * note.resolutionMs());
      }
    }
    for (RecoveryNote.Report report : note.reports()) {
      try (ReportFile resumed =
          ReportFile.resume(
              unfinished.resolve(report.file()),
              report.unit(),
              report.everyMs(),
              report.firstMs(),
              report.parts())) {
        resumed.commit();
        lastMs = Math.max(lastMs, resumed.lastMs());
        files.add(report.file());
      }
    }
    for (RecoveryNote.Table table : note.tables()) {
      try (SampleTable resumed =
          SampleTable.resume(unfinished.resolve(table.file()), table.ids(), table.variables())) {
        lastMs = Math.max(lastMs, resumed.commit());
        files.add(table.file());
      }
    }
    logs.forEach(SpikeLog::close);
    OutputDirectory.removeHidden(unfinished);
    return new Result(count, lastMs, files);
  }

  private static Path unfinished(Path directory) {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> all = Files.list(directory)) {
      all.filter(OutputDirectory::isUnfinished).forEach(found::add);
    } catch (IOException e) {
      throw new InvalidInputException(directory.toString(), "cannot be read: " + Reasons.of(e), e);
    }
    Path latest = null;
    for (Path path : found) {
      latest = latest == null || changed(path) > changed(latest) ? path : latest;
    }
    if (latest == null) {
      throw new InvalidInputException(directory.toString(), "holds no unfinished run");
    }
    return latest;
  }

  private static long changed(Path path) {
    try {
      return Files.getLastModifiedTime(path).toMillis();
    } catch (IOException e) {
      throw new SimulationException(path + ": cannot be read: " + Reasons.of(e), e);
    }
  }
}
