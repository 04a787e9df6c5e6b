package org.baya.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.baya.engine.Simulation;
import org.baya.engine.SynapseWeights;
import org.baya.engine.WeightListener;
import org.baya.io.experiment.ColumnFile;
import org.baya.network.WeightRecording;

/** The recorded weights of a run and the files they are written to. */
final class WeightRecorders {
  private final Simulation simulation;
  private final List<WeightRecording> recordings;
  private final List<Trace> traces = new ArrayList<>();

  /** What one projection transmits, kept in memory at 24 bytes an event. */
  private static final class Trace implements WeightListener {
    private double[] times = new double[1024];
    private int[] sources = new int[1024];
    private int[] targets = new int[1024];
    private double[] weights = new double[1024];
    private int size;

    @Override
    public void weight(double timeMs, int source, int target, double weight) {
      if (size == times.length) {
        int room = Math.max(size, Math.min(2 * size, Integer.MAX_VALUE - 8));
        times = Arrays.copyOf(times, room);
        sources = Arrays.copyOf(sources, room);
        targets = Arrays.copyOf(targets, room);
        weights = Arrays.copyOf(weights, room);
      }
      times[size] = timeMs;
      sources[size] = source;
      targets[size] = target;
      weights[size++] = weight;
    }

    ColumnFile columns() {
      return new ColumnFile(size)
          .with("time", times)
          .with("source", sources)
          .with("target", targets)
          .with("weight", weights);
    }
  }

  /** Attaches recorders to {@code simulation}. */
  WeightRecorders(Simulation simulation, List<WeightRecording> recordings) {
    this.simulation = simulation;
    this.recordings = List.copyOf(recordings);
    for (WeightRecording recording : recordings) {
      Trace trace = new Trace();
      traces.add(trace);
      if (recording.moment() == WeightRecording.Moment.EACH_SPIKE) {
        simulation.recordWeights(recording.projection(), trace);
      }
    }
  }

  /** Writes all files; returns their names. */
  List<String> write(Path directory) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < recordings.size(); i++) {
      WeightRecording recording = recordings.get(i);
      String name =
          recording.projection()
              + "_"
              + recording.moment().key()
              + "."
              + recording.format().name().toLowerCase(Locale.ROOT);
      columns(recording, traces.get(i)).write(directory.resolve(name));
      names.add(name);
    }
    return names;
  }

  private ColumnFile columns(WeightRecording recording, Trace trace) {
    return recording.moment() == WeightRecording.Moment.EACH_SPIKE
        ? trace.columns()
        : columns(simulation.weights(recording.projection()));
  }

  /** Named as the columns of edges are. */
  private static ColumnFile columns(SynapseWeights weights) {
    return new ColumnFile(weights.size())
        .with("source", weights.sources())
        .with("target", weights.targets())
        .with("weight", weights.weights())
        .with("delay", weights.delaysMs());
  }
}
