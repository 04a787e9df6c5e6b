package org.baya.io.experiment;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.io.yaml.Place;
import org.baya.io.yaml.YamlReader;
import org.baya.io.yaml.YamlValue;
import org.baya.network.Network;
import org.baya.network.Population;
import org.baya.network.Projection;
import org.baya.network.Recording;
import org.baya.network.WeightRecording;

/**
 * Reads experiments in YAML. Reading opens no big array: it names them.
 *
 * <pre>
 * name, description      text
 * resolution, duration   ms
 * seed                   whole number
 * constants              NAME: number, used as ${NAME} anywhere
 * populations            NAME: {model, size, parameters, types, spikes, positions, groups}
 * projections            NAME: {from, to, edges | matrix | rule and its options, weight, delay, receptor, drop, synapse}
 * record                 spikes or VARIABLE: {of, ids, every}, or a list of these
 * </pre>
 *
 * <p>File names are relative to the experiment's directory.
 */
public final class ExperimentFile {
  private static final double DEFAULT_RESOLUTION_MS = 0.1;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

  private final Path file;
  private final Catalog catalog = Catalog.standard();
  private final Problems problems = new Problems();
  private final ColumnReader columns;
  private final ValueReader values;

  private ExperimentFile(Path file, DataFiles files) {
    this.file = file;
    this.columns = new ColumnReader(files);
    this.values = new ValueReader(columns);
  }

  /**
   * Reads {@code file} and replaces what {@code settings} say.
   *
   * @throws InvalidInputException with every error of the file, one line each
   */
  public static Experiment load(Path file, List<Setting> settings) {
    Draft draft = read(file, settings);
    if (!draft.problems().isEmpty()) {
      throw InvalidInputException.of(draft.problems());
    }
    return draft.experiment();
  }

  /**
   * Reads {@code file} as far as it is right, for whoever wants to find even more errors.
   *
   * @throws InvalidInputException if it cannot be read at all
   */
  public static Draft read(Path file, List<Setting> settings) {
    YamlValue root = Constants.apply(SettingTree.of(YamlReader.read(file), settings));
    try (DataFiles files = new DataFiles(file.toAbsolutePath().resolveSibling(""))) {
      return new ExperimentFile(file, files).draft(root);
    }
  }

  /**
   * An experiment that may have gaps.
   *
   * @param experiment what could be read: wrong populations and projections are left out
   * @param problems every error of the file, one line each, in the order of the file
   */
  public record Draft(Experiment experiment, List<String> problems) {
    public Draft {
      problems = List.copyOf(problems);
    }
  }

  private Draft draft(YamlValue root) {
    Place start = new Place(YamlReader.name(file), 1);
    Optional<Section> section = new Field("", "", start, root, problems).section();
    if (section.isEmpty()) {
      throw InvalidInputException.of(problems.lines());
    }
    Experiment experiment = experiment(section.get());
    return new Draft(experiment, problems.lines());
  }

  private Experiment experiment(Section section) {
    try (section) {
      String name = section.field("name").flatMap(this::fileName).orElseGet(this::stem);
      String description = section.field("description").flatMap(Field::text).orElse("");
      double resolutionMs =
          section.field("resolution").map(this::resolution).orElse(DEFAULT_RESOLUTION_MS);
      double durationMs =
          section
              .required("duration", "simulated time [ms]")
              .map(f -> duration(f, resolutionMs))
              .orElse(0.0);
      double transientMs = section.field("transient").map(ExperimentFile::transientMs).orElse(0.0);
      long seed = section.field("seed").map(f -> f.whole(Long.MIN_VALUE).orElse(0)).orElse(1L);
      PopulationReader populationReader = new PopulationReader(columns, values, catalog);
      List<Field> named =
          section.required("populations", "at least one").map(this::named).orElse(List.of());
      List<Population> populations = each(named, populationReader::population);
      Set<String> names = new LinkedHashSet<>(named.stream().map(Field::key).toList());
      ProjectionReader projectionReader = new ProjectionReader(columns, values, catalog, names);
      List<Field> namedProjections =
          section.field("projections").map(this::named).orElse(List.of());
      List<Projection> projections =
          namedProjections.stream()
              .flatMap(field -> projectionReader.projections(field).stream())
              .toList();
      RecordReader recordReader =
          new RecordReader(columns, catalog, byName(names, populations), resolutionMs);
      List<Recording> recordings =
          section
              .field("record")
              .flatMap(Field::section)
              .map(recordReader::recordings)
              .orElse(List.of());
      List<WeightRecording> weightRecordings =
          section
              .field("record")
              .flatMap(Field::section)
              .map(new WeightRecordReader(names(namedProjections, projections))::recordings)
              .orElse(List.of());
      Network network =
          new Network(
              name, resolutionMs, seed, populations, projections, recordings, weightRecordings);
      return new Experiment(
          network,
          durationMs,
          transientMs,
          description,
          file,
          Lines.of(section.mapping(), recordReader.variables()),
          Outputs.standard());
    }
  }

  /** Names in the file, and those of projections that one entry makes several of. */
  private static Set<String> names(List<Field> named, List<Projection> projections) {
    Set<String> names = new LinkedHashSet<>(named.stream().map(Field::key).toList());
    projections.forEach(projection -> names.add(projection.name()));
    return names;
  }

  private static Map<String, Optional<Population>> byName(
      Set<String> names, List<Population> populations) {
    Map<String, Optional<Population>> byName = new HashMap<>();
    names.forEach(name -> byName.put(name, Optional.empty()));
    populations.forEach(population -> byName.put(population.name(), Optional.of(population)));
    return byName;
  }

  private static <T> List<T> each(List<Field> fields, Function<Field, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    fields.forEach(field -> read.apply(field).ifPresent(all::add));
    return all;
  }

  /** The entries of a section whose keys are the user's names. */
  private List<Field> named(Field field) {
    List<Field> entries = field.section().map(Section::all).orElse(List.of());
    for (Field entry : entries) {
      if (!NAME.matcher(entry.key()).matches()) {
        entry.problem("is no name; allowed are letters, digits, '_' and '-', a letter first");
      }
    }
    return entries;
  }

  private Optional<String> fileName(Field field) {
    Optional<String> name = field.text();
    if (name.isPresent()
        && (name.get().contains("/") || name.get().contains("\\") || name.get().startsWith("."))) {
      field.problem(
          "is '"
              + name.get()
              + "'; it names the output directory, so '/', '\\' and a leading '.' are not allowed");
    }
    return name;
  }

  /** The file's name without its ending. */
  private String stem() {
    String name = YamlReader.name(file);
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  private double resolution(Field field) {
    OptionalDouble resolution = field.number();
    if (resolution.isPresent() && !Times.isMultiple(resolution.getAsDouble(), Times.TIC_MS)) {
      field.problem(
          "is " + resolution.getAsDouble() + " ms; allowed is a multiple of 0.001 ms above 0");
      return DEFAULT_RESOLUTION_MS;
    }
    return resolution.orElse(DEFAULT_RESOLUTION_MS);
  }

  private double duration(Field field, double resolutionMs) {
    OptionalDouble duration = field.number();
    if (duration.isPresent() && !Times.isMultiple(duration.getAsDouble(), resolutionMs)) {
      field.problem(
          "is "
              + duration.getAsDouble()
              + " ms; allowed is a multiple of the resolution, "
              + resolutionMs
              + " ms, above 0");
    }
    return duration.orElse(0.0);
  }

  private static double transientMs(Field field) {
    OptionalDouble number = field.number();
    if (number.isPresent() && !(number.getAsDouble() >= 0)) {
      field.problem("is " + number.getAsDouble() + " ms; allowed is 0 or more");
    }
    return number.orElse(0);
  }
}
