package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.baya.error.InvalidInputException;

/**
 * Spikes from one kind of file to another: SONATA's HDF5 ({@code .h5}), text ({@code .csv}), NumPy
 * arrays ({@code .npz}); NWB ({@code .nwb}) can be read. Times, populations and numbers of nodes
 * stay as they are; spikes come out sorted by time, then node.
 */
public final class SpikeConversion {
  private static final Map<String, SpikeReader.Kind> KINDS =
      Map.of(
          "h5", SpikeReader.Kind.HDF5,
          "hdf5", SpikeReader.Kind.HDF5,
          "csv", SpikeReader.Kind.CSV,
          "npz", SpikeReader.Kind.NPZ,
          "nwb", SpikeReader.Kind.NWB);

  private SpikeConversion() {}

  /** Whether the name of a file says that it may hold spikes. */
  public static boolean isSpikeFile(Path file) {
    return kind(file).isPresent();
  }

  private static Optional<SpikeReader.Kind> kind(Path file) {
    String name = file.toString();
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Optional.ofNullable(KINDS.get(ending));
  }

  /**
   * Reads {@code from} and writes {@code to}; their endings say how.
   *
   * @return number of spikes
   * @throws InvalidInputException if a file is of no such kind, cannot be read or cannot be written
   */
  public static long convert(Path from, Path to) {
    SpikeReader.Kind source = known(from);
    SpikeReader.Kind target =
        kind(to)
            .filter(kind -> kind != SpikeReader.Kind.NWB)
            .orElseThrow(() ->
                new InvalidInputException(
                    to.toString(), "spikes can be written as .h5, .csv or .npz"));
    List<Sorted> populations = read(from, source);
    SpikeFile file = new SpikeFile(populations);
    switch (target) {
      case HDF5 -> file.write(to);
      case CSV -> file.writeCsv(to);
      case NPZ, NWB -> file.writeNpz(to);
    }
    return populations.stream().mapToLong(Sorted::count).sum();
  }

  private static SpikeReader.Kind known(Path from) {
    return kind(from)
        .orElseThrow(() ->
            new InvalidInputException(
                from.toString(), "is no file of spikes; known: .h5, .csv, .npz, .nwb"));
  }

  /**
   * All spikes of a file by population (of NWB: by trial), each sorted by time, then node.
   *
   * @throws InvalidInputException if it is of no known kind or cannot be read
   */
  public static List<PopulationSpikes> read(Path from) {
    return List.copyOf(read(from, known(from)));
  }

  private static List<Sorted> read(Path from, SpikeReader.Kind kind) {
    List<Sorted> all = new ArrayList<>();
    if (kind == SpikeReader.Kind.NWB) {
      for (String trial : SpikeReader.trials(from)) {
        all.add(Sorted.of(trial, SpikeReader.read(from, kind, SpikeReader.NAMELESS, trial)));
      }
      return all;
    }
    for (String population : SpikeReader.populations(from, kind)) {
      all.add(Sorted.of(population, SpikeReader.read(from, kind, population, "")));
    }
    return all;
  }

  /** Spikes sorted by time, then node: pairs of ranks in the lists of both. */
  private record Sorted(String population, double[] times, long[] nodes, long[] keys)
      implements PopulationSpikes {

    static Sorted of(String population, SpikeTimes spikes) {
      double[] times = distinct(spikes);
      long[] nodes = Arrays.stream(spikes.nodes()).distinct().sorted().toArray();
      long[] keys = new long[spikes.nodes().length];
      for (int i = 0; i < keys.length; i++) {
        long time = Arrays.binarySearch(times, spikes.timesMs()[i]);
        keys[i] = time << 32 | Arrays.binarySearch(nodes, spikes.nodes()[i]);
      }
      Arrays.parallelSort(keys);
      return new Sorted(population, times, nodes, keys);
    }

    private static double[] distinct(SpikeTimes spikes) {
      for (int i = 0; i < spikes.timesMs().length; i++) {
        if (!Double.isFinite(spikes.timesMs()[i])) {
          throw new InvalidInputException(
              spikes.place(),
              "spike " + i + " is at " + spikes.timesMs()[i] + " ms; allowed are finite times");
        }
      }
      return Arrays.stream(spikes.timesMs()).distinct().sorted().toArray();
    }

    @Override
    public int count() {
      return keys.length;
    }

    @Override
    public double timeMs(int i) {
      return times[(int) (keys[i] >>> 32)];
    }

    @Override
    public long node(int i) {
      return nodes[(int) keys[i]];
    }
  }
}
