package org.baya.io.experiment;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run calls its files and the nodes in them.
 *
 * @param directory where the files go; absent when the command decides
 * @param overwrite whether files that are there already may be replaced
 * @param spikesFile name of the file of spikes
 * @param spikesCsv name of a text file of spikes, if one is wanted
 * @param order of the spikes in their files
 * @param names how files call the nodes of populations that are not called as they are, by
 *     population
 * @param reports one for each recording of samples, in their order; empty when each variable goes
 *     to {@code POPULATION_VARIABLE.h5}
 */
public record Outputs(
    Optional<Path> directory,
    boolean overwrite,
    String spikesFile,
    Optional<String> spikesCsv,
    SpikeOrder order,
    Map<String, NodeNames> names,
    List<Report> reports) {

  public Outputs {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    reports = List.copyOf(reports);
  }

  /** How spikes are sorted. */
  public enum SpikeOrder {
    TIME,
    NODE
  }

  /**
   * How files call the nodes of a population.
   *
   * @param population the name in files, which several populations may share
   * @param ids the number in files of each node; empty when it is its index
   */
  public record NodeNames(String population, long[] ids) {

    /** The number of node {@code index} in files. */
    public long id(int index) {
      return ids.length == 0 ? index : ids[index];
    }
  }

  /**
   * Where samples go. Recordings of one name are written to one file.
   *
   * @param file its name
   * @param startMs samples after this time are kept [ms]
   * @param endMs samples up to this time are kept [ms]
   */
  public record Report(String file, double startMs, double endMs) {}

  /** The names that a run gives its files by itself. */
  public static Outputs standard() {
    return new Outputs(
        Optional.empty(),
        true,
        "spikes.h5",
        Optional.empty(),
        SpikeOrder.TIME,
        Map.of(),
        List.of());
  }

  /** The names of the nodes of {@code population}. */
  public NodeNames names(String population) {
    return names.getOrDefault(population, new NodeNames(population, new long[0]));
  }
}
