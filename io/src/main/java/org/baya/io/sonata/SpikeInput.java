package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.network.SpikeTrains;

/**
 * The spikes that inputs give to a part of a population of virtual nodes. The files are read when
 * the network is built.
 *
 * <p>A spike takes effect from the end of the step in which it lies, so a time must be put on the
 * grid of steps; what lies less than half a tic of 0.001 ms above a step depends on who reads it.
 * NEST's reader (spike_train_injector) rounds to the nearest tic first, BMTK's (spike_generator
 * with precise_times) rounds up at once.
 */
final class SpikeInput {
  private static final double TICS_PER_MS = 1000;

  private final NodeParts nodes;
  private final int part;
  private final List<Given> given = new ArrayList<>();
  private WeakReference<Arena> arenaOfLoaded = new WeakReference<>(null);
  private WeakReference<Loaded> loaded = new WeakReference<>(null);

  SpikeInput(NodeParts nodes, int part) {
    this.nodes = nodes;
    this.part = part;
  }

  /**
   * One input.
   *
   * @param precise whether a time is rounded up to a tic of 0.001 ms, not to the nearest one
   * @param chosen by row of the population: whether the node set contains it
   */
  record Given(Path file, SpikeReader.Kind kind, String trial, boolean precise, boolean[] chosen) {}

  /** Spikes of the part: index of the node and time [ms] of each. */
  private record Loaded(Column ids, Column times) {}

  /** Adds the spikes of one more input. */
  void add(Given input) {
    given.add(input);
  }

  /** The spikes of all inputs. */
  SpikeTrains trains() {
    return SpikeTrains.of(source(true), source(false));
  }

  private ColumnSource source(boolean ids) {
    return new ColumnSource() {
      @Override
      public String place() {
        return given.getFirst().file().toString();
      }

      @Override
      public Column open(Arena arena) {
        Loaded all = loaded(arena);
        return ids ? all.ids() : all.times();
      }
    };
  }

  private synchronized Loaded loaded(Arena arena) {
    Loaded known = loaded.get();
    if (known == null || !arena.equals(arenaOfLoaded.get())) {
      known = load();
      loaded = new WeakReference<>(known);
      arenaOfLoaded = new WeakReference<>(arena);
    }
    return known;
  }

  private Loaded load() {
    int[] ids = {};
    double[] times = {};
    String place = "";
    for (Given input : given) {
      SpikeTimes read =
          SpikeReader.read(input.file(), input.kind(), nodes.nodes().name(), input.trial());
      place = read.place();
      int n = ids.length;
      ids = Arrays.copyOf(ids, n + read.nodes().length);
      times = Arrays.copyOf(times, ids.length);
      for (int i = 0; i < read.nodes().length; i++) {
        int row = row(read, i);
        if (row >= 0 && input.chosen()[row] && nodes.partOf()[row] == part) {
          ids[n] = nodes.indexInPart()[row];
          times[n++] = input.precise() ? upToTic(read.timesMs()[i]) : read.timesMs()[i];
        }
      }
      ids = Arrays.copyOf(ids, n);
      times = Arrays.copyOf(times, n);
    }
    return new Loaded(SegmentColumn.of(place, ids), SegmentColumn.of(place, times));
  }

  private static double upToTic(double timeMs) {
    double tic = Math.floor(timeMs * TICS_PER_MS);
    return tic / TICS_PER_MS < timeMs ? (tic + 1) / TICS_PER_MS : timeMs;
  }

  private int row(SpikeTimes read, int i) {
    int row = nodes.nodes().index().of(read.nodes()[i]);
    return row < 0 && read.scoped()
        ? nodes.nodes().row(read.nodes()[i], read.place() + ": row " + i)
        : row;
  }
}
