package org.baya.network;

import java.util.List;
import java.util.Optional;

/** What a run writes down. */
public sealed interface Recording {

  /** The population that is recorded. */
  String population();

  /** Every population that is needed. */
  default List<String> populations() {
    return List.of(population());
  }

  /** Node indices inside the population; absent means all. */
  Optional<List<Long>> ids();

  /** Where the records go. */
  Format format();

  /** Kinds of files. */
  enum Format {
    /** HDF5 in SONATA's layout. */
    SONATA,
    /** Text with a line for each record. */
    CSV,
    /** NumPy arrays in an archive; spikes only. */
    NPZ
  }

  /**
   * The times t that count: {@code startMs < t <= stopMs}.
   *
   * @param startMs begin [ms]
   * @param stopMs end [ms]; may be infinite
   */
  record Window(double startMs, double stopMs) {
    /** All times. */
    public static final Window ALWAYS = new Window(0, Double.POSITIVE_INFINITY);
  }

  /** Spikes: a spike recorder. */
  record Spikes(String population, Optional<List<Long>> ids, Window window, Format format)
      implements Recording {
    /** All spikes. */
    public Spikes(String population, Optional<List<Long>> ids) {
      this(population, ids, Window.ALWAYS, Format.SONATA);
    }
  }

  /**
   * State variables at regular times: a multimeter.
   *
   * @param variables NEST's names of recordables
   * @param everyMs sampling interval [ms], a multiple of the resolution
   * @param offsetMs shift of the sampling times [ms]; the first sample is at {@code everyMs}, or at
   *     {@code offsetMs} if that is above 0
   */
  record Samples(
      String population,
      Optional<List<Long>> ids,
      List<String> variables,
      double everyMs,
      double offsetMs,
      Window window,
      Format format)
      implements Recording {
    public Samples {
      variables = List.copyOf(variables);
    }

    /** Samples of the whole run, the first at {@code everyMs}. */
    public Samples(
        String population, Optional<List<Long>> ids, List<String> variables, double everyMs) {
      this(population, ids, variables, everyMs, 0, Window.ALWAYS, Format.SONATA);
    }
  }

  /**
   * Histogram of the time differences between the spikes of two populations: a correlation
   * detector.
   *
   * @param other the population whose spikes come later in pairs of positive difference
   * @param deltaTauMs width of a bin [ms], an odd multiple of the resolution
   * @param tauMaxMs middle of the outermost bins [ms], a multiple of {@code deltaTauMs}
   * @param window when pairs are counted
   * @param weights of the spikes of either population: one number for all nodes, or one for each
   * @param file kind of file
   */
  record Correlation(
      String population,
      String other,
      double deltaTauMs,
      double tauMaxMs,
      Window window,
      List<List<Double>> weights,
      WeightRecording.Format file)
      implements Recording {
    /** Every spike weighs 1. */
    public static final List<List<Double>> ONES = List.of(List.of(1.0), List.of(1.0));

    public Correlation {
      weights = weights.stream().map(List::copyOf).toList();
    }

    /** Spikes without weight, counted in a text file. */
    public Correlation(
        String population, String other, double deltaTauMs, double tauMaxMs, Window window) {
      this(population, other, deltaTauMs, tauMaxMs, window, ONES, WeightRecording.Format.CSV);
    }

    @Override
    public List<String> populations() {
      return List.of(population, other);
    }

    @Override
    public Optional<List<Long>> ids() {
      return Optional.empty();
    }

    @Override
    public Format format() {
      return Format.CSV;
    }
  }
}
