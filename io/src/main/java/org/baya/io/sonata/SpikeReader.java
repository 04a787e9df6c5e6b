package org.baya.io.sonata;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baya.array.Column;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.hdf5.Hdf5Attribute;
import org.baya.io.hdf5.Hdf5File;
import org.baya.io.npy.NpzFile;
import org.baya.io.text.CsvTable;

/**
 * Reads files of spikes.
 *
 * <pre>
 * HDF5, since SONATA 0.1  spikes/POPULATION/{timestamps, node_ids}
 * HDF5, before            spikes/{timestamps, gids or node_ids}
 * CSV                     columns timestamps, node_ids, and population if there are several
 * CSV, before             columns gid and spike-times, the times of a node separated by commas
 * NWB 1.0                 processing/TRIAL/spike_train/NODE/data
 * npz                     arrays POPULATION/{timestamps, node_ids}, or these without population
 * </pre>
 */
final class SpikeReader {
  private static final double MS_PER_S = 1000;

  private SpikeReader() {}

  /** The kinds of files. */
  enum Kind {
    HDF5,
    CSV,
    NWB,
    NPZ
  }

  /** The name of a population that a file does not name. */
  static final String NAMELESS = "nodes";

  /** The names of the populations in a file. */
  static List<String> populations(Path path, Kind kind) {
    return switch (kind) {
      case HDF5 -> {
        try (Hdf5File file = Hdf5File.open(path)) {
          boolean direct = file.exists("spikes") && !file.datasets("spikes").isEmpty();
          yield file.exists("spikes") && !direct ? file.groups("spikes") : List.of(NAMELESS);
        }
      }
      case CSV -> {
        CsvTable table = CsvTable.open(path);
        yield table.header().contains("population")
            ? table.texts("population").stream().distinct().toList()
            : List.of(NAMELESS);
      }
      case NWB -> List.of(NAMELESS);
      case NPZ -> NpzFile.open(path).names().stream().map(SpikeReader::prefix).distinct().toList();
    };
  }

  private static String prefix(String array) {
    int slash = array.lastIndexOf('/');
    return slash < 0 ? NAMELESS : array.substring(0, slash);
  }

  /** The trials of an NWB file. */
  static List<String> trials(Path path) {
    try (Hdf5File file = Hdf5File.open(path)) {
      return file.exists("processing") ? file.groups("processing") : List.of();
    }
  }

  /**
   * Reads the spikes of one population.
   *
   * @param trial of an NWB file
   */
  static SpikeTimes read(Path path, Kind kind, String population, String trial) {
    return switch (kind) {
      case HDF5 -> hdf5(path, population);
      case CSV -> csv(path, population);
      case NWB -> nwb(path, trial);
      case NPZ -> npz(path, population);
    };
  }

  private static SpikeTimes npz(Path path, String population) {
    NpzFile file = NpzFile.open(path);
    List<String> names = file.names();
    boolean nameless = names.contains("timestamps");
    String prefix = nameless ? "" : population + "/";
    for (String array : List.of("timestamps", "node_ids")) {
      if (!names.contains(prefix + array)) {
        throw new InvalidInputException(
            path + ":" + prefix + array,
            "there is no such array; " + Names.hint(prefix + array, names));
      }
    }
    try (Arena arena = Arena.ofConfined()) {
      Column nodes = file.column(prefix + "node_ids", arena);
      Column times = file.column(prefix + "timestamps", arena);
      requireSameRows(nodes, times);
      long[] numbers = new long[Math.toIntExact(nodes.rows())];
      nodes.read(0, numbers.length, numbers, 0);
      return new SpikeTimes(nodes.place(), numbers, times.toDoubles(), !nameless);
    }
  }

  private static void requireSameRows(Column nodes, Column times) {
    if (nodes.rows() != times.rows()) {
      throw new InvalidInputException(
          nodes.place(),
          "has " + nodes.rows() + " rows; " + times.place() + " has " + times.rows());
    }
  }

  private static SpikeTimes hdf5(Path path, String population) {
    try (Hdf5File file = Hdf5File.open(path);
        Arena arena = Arena.ofConfined()) {
      if (!file.exists("spikes")) {
        throw new InvalidInputException(path + ":/spikes", "there is no such group");
      }
      List<String> direct = file.datasets("spikes");
      if (direct.contains("timestamps")) {
        return columns(file, "spikes", direct.contains("gids") ? "gids" : "node_ids", false, arena);
      }
      List<String> populations = file.groups("spikes");
      if (populations.size() != 1 && !populations.contains(population)) {
        throw new InvalidInputException(
            path + ":/spikes",
            "there is no population '" + population + "'; " + Names.hint(population, populations));
      }
      String group =
          "spikes/" + (populations.contains(population) ? population : populations.getFirst());
      String ids = file.exists(group + "/gids") ? "gids" : "node_ids";
      return columns(file, group, ids, true, arena);
    }
  }

  private static SpikeTimes columns(
      Hdf5File file, String group, String ids, boolean scoped, Arena arena) {
    Column nodes = file.column(group + "/" + ids, arena);
    Column times = file.column(group + "/timestamps", arena);
    requireSameRows(nodes, times);
    long[] numbers = new long[Math.toIntExact(nodes.rows())];
    nodes.read(0, numbers.length, numbers, 0);
    double[] timesMs = times.toDoubles();
    if (inSeconds(file.attribute(group + "/timestamps", "units"))) {
      for (int i = 0; i < timesMs.length; i++) {
        timesMs[i] *= MS_PER_S;
      }
    }
    return new SpikeTimes(nodes.place(), numbers, timesMs, scoped);
  }

  private static boolean inSeconds(Optional<Hdf5Attribute> units) {
    return units
        .map(Hdf5Attribute::asString)
        .filter(List.of("s", "sec", "second", "seconds")::contains)
        .isPresent();
  }

  private static SpikeTimes csv(Path path, String population) {
    CsvTable table = CsvTable.open(path);
    if (table.header().contains("spike-times")) {
      return lists(table);
    }
    String ids = table.header().contains("gids") ? "gids" : "node_ids";
    double[] times = table.numbers("timestamps");
    double[] numbers = table.numbers(ids);
    boolean scoped = table.header().contains("population");
    List<String> populations = scoped ? table.texts("population") : List.of();
    boolean several = populations.stream().distinct().count() > 1;
    List<Long> nodes = new ArrayList<>();
    double[] kept = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      if (!several || populations.get(i).equals(population)) {
        kept[nodes.size()] = times[i];
        nodes.add(whole(numbers[i], table.place(ids), i));
      }
    }
    return of(table.place(ids), nodes, Arrays.copyOf(kept, nodes.size()), scoped);
  }

  private static SpikeTimes lists(CsvTable table) {
    double[] gids = table.numbers("gid");
    List<String> texts = table.texts("spike-times");
    List<Long> nodes = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    for (int row = 0; row < gids.length; row++) {
      long node = whole(gids[row], table.place("gid"), row);
      for (String text : texts.get(row).split(",", -1)) {
        if (!text.isBlank()) {
          nodes.add(node);
          times.add(time(text.strip(), table.place("spike-times"), row));
        }
      }
    }
    double[] timesMs = times.stream().mapToDouble(Double::doubleValue).toArray();
    return of(table.place("gid"), nodes, timesMs, false);
  }

  private static double time(String text, String place, int row) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new InvalidInputException(
          place, "row " + row + " has '" + text + "'; allowed are numbers", e);
    }
  }

  private static long whole(double number, String place, int row) {
    if (number != Math.rint(number)) {
      throw new InvalidInputException(
          place, "row " + row + " is " + number + "; allowed is a whole number");
    }
    return (long) number;
  }

  private static SpikeTimes nwb(Path path, String trial) {
    try (Hdf5File file = Hdf5File.open(path);
        Arena arena = Arena.ofConfined()) {
      String group = "processing/" + trial + "/spike_train";
      List<Long> nodes = new ArrayList<>();
      List<double[]> trains = new ArrayList<>();
      int count = 0;
      for (String node : file.groups(group)) {
        if (!node.matches("\\d{1,18}")) {
          throw new InvalidInputException(
              path + ":/" + group + "/" + node, "is no number of a node");
        }
        double[] train = file.column(group + "/" + node + "/data", arena).toDoubles();
        trains.add(train);
        count += train.length;
        for (int i = 0; i < train.length; i++) {
          nodes.add(Long.parseLong(node));
        }
      }
      double[] times = new double[count];
      int at = 0;
      for (double[] train : trains) {
        System.arraycopy(train, 0, times, at, train.length);
        at += train.length;
      }
      return of(path + ":/" + group, nodes, times, false);
    }
  }

  private static SpikeTimes of(String place, List<Long> nodes, double[] times, boolean scoped) {
    return new SpikeTimes(
        place, nodes.stream().mapToLong(Long::longValue).toArray(), times, scoped);
  }
}
