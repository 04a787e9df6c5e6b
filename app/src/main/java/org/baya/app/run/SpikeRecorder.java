package org.baya.app.run;

import java.util.List;
import java.util.stream.IntStream;
import org.baya.app.analysis.Grouping;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.baya.engine.SpikeListener;
import org.baya.engine.SpikeRecording;
import org.baya.io.experiment.Outputs;
import org.baya.io.sonata.SpikeFile;
import org.baya.io.sonata.SpikeLog;
import org.baya.network.Recording;

/**
 * Appends recorded spikes to a log that survives the process, and gives them the forms that files
 * and the report need. It listens after its recording.
 */
final class SpikeRecorder implements SpikeListener, AutoCloseable {
  private final SpikeRecording recording;
  private final Recording.Format format;
  private final SpikeLog log;
  private final int[] ids;
  private int[] fresh = new int[1024];
  private int logged;

  /**
   * A recorder.
   *
   * @param log closed with this recorder
   */
  SpikeRecorder(SpikeRecording recording, Recording.Format format, SpikeLog log) {
    this.recording = recording;
    this.format = format;
    this.log = log;
    this.ids = recording.ids();
  }

  @Override
  public void spikes(long[] keys, int n) {
    int added = recording.size() - logged;
    if (fresh.length < 2 * added) {
      fresh = new int[2 * Math.max(added, fresh.length)];
    }
    for (int i = 0; i < added; i++) {
      fresh[2 * i] = recording.steps()[logged + i];
      fresh[2 * i + 1] = ids[recording.indices()[logged + i]];
    }
    logged += added;
    log.append(fresh, added);
  }

  /** The kind of file that the spikes go to. */
  Recording.Format format() {
    return format;
  }

  /** The spikes for the report. */
  SpikeTable table(double resolutionMs) {
    SpikeTimes times = new SpikeTimes.OfSteps(recording.steps(), recording.size(), resolutionMs);
    String name = recording.population().name();
    return new SpikeTable(name, ids.length, times, recording.indices(), grouping());
  }

  private Grouping grouping() {
    int[] groups = recording.population().groupOf();
    if (groups.length == 0) {
      return Grouping.single(recording.population().name(), ids.length);
    }
    return Grouping.of(
        IntStream.of(ids).map(id -> groups[id]).toArray(),
        List.copyOf(recording.population().groupNames()));
  }

  /** The spikes for the file, with the names that {@code outputs} give population and nodes. */
  SpikeFile.Train train(Outputs outputs) {
    return new SpikeFile.Train(
        outputs.names(recording.population().name()),
        recording.steps(),
        recording.nodes(),
        recording.size());
  }

  /** Removes the log. */
  @Override
  public void close() {
    log.close();
  }
}
