package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.io.yaml.Place;
import org.baya.model.DeviceModel;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.network.Population;
import org.baya.network.Recording;
import org.baya.network.WeightRecording;

/**
 * Reads {@code record}: {@code spikes}, state variables by name and recorders by NEST's names, each
 * one entry or a list of entries.
 */
final class RecordReader {
  private static final Set<String> SPIKES = Set.of("spikes", "spike_recorder");
  private static final String MULTIMETER = "multimeter";
  private static final String VOLTMETER = "voltmeter";
  private static final String CORRELATION = "correlation_detector";
  private static final List<List<Double>> ONES = Recording.Correlation.ONES;

  /** Keys that are no variables. */
  private static final Set<String> RECORDERS =
      Set.of("spikes", "spike_recorder", MULTIMETER, VOLTMETER, CORRELATION);

  private final ColumnReader columns;
  private final Catalog catalog;
  private final Map<String, Optional<Population>> populations;
  private final double resolutionMs;
  private final Map<String, Place> variables = new HashMap<>();

  /**
   * A reader.
   *
   * @param populations by the names that {@code of} may have; absent if there was an error in one
   * @param resolutionMs the step [ms]
   */
  RecordReader(
      ColumnReader columns,
      Catalog catalog,
      Map<String, Optional<Population>> populations,
      double resolutionMs) {
    this.columns = columns;
    this.catalog = catalog;
    this.populations = populations;
    this.resolutionMs = resolutionMs;
  }

  /** Where the variables stand that are listed inside an entry, by {@code record.VARIABLE}. */
  Map<String, Place> variables() {
    return variables;
  }

  /** The recordings of {@code section}. */
  List<Recording> recordings(Section section) {
    List<Recording> recordings = new ArrayList<>();
    for (Field entry : section.all()) {
      if (WeightRecordReader.KEYS.contains(entry.key())) {
        continue;
      }
      Optional<String> meant = Names.nearest(entry.key(), RECORDERS);
      if (meant.isPresent() && !RECORDERS.contains(entry.key())) {
        entry.unknown("did you mean '" + meant.get() + "'?");
        continue;
      }
      for (Field one : entry.oneOrMore()) {
        one.section().ifPresent(inner -> read(entry.key(), inner, recordings));
      }
    }
    return recordings;
  }

  private void read(String key, Section section, List<Recording> recordings) {
    try (section) {
      if (key.equals(CORRELATION)) {
        correlation(section).ifPresent(recordings::add);
        return;
      }
      Optional<Field> of = section.required("of", "the population to record, or a list of them");
      Optional<List<Long>> ids = section.field("ids").flatMap(this::ids);
      RecordTimes times = new RecordTimes(section, resolutionMs);
      List<String> sampled = sampled(key, section);
      boolean spikes = SPIKES.contains(key);
      double everyMs =
          spikes ? resolutionMs : times.everyMs(!key.equals(MULTIMETER) && !key.equals(VOLTMETER));
      double offsetMs = spikes ? 0 : times.offsetMs();
      Recording.Window window = times.window();
      Recording.Format format = times.format(spikes);
      for (Field field : of.map(Field::oneOrMore).orElse(List.of())) {
        Optional<Population> population = population(field);
        Optional<String> name = field.text().filter(populations::containsKey);
        if (name.isPresent()) {
          population.ifPresent(p -> check(field, spikes, p, recordings));
          ids.ifPresent(list -> requireNodes(section.field("ids").orElseThrow(), list, name.get()));
          recordings.add(
              spikes
                  ? new Recording.Spikes(name.get(), ids, window, format)
                  : new Recording.Samples(
                      name.get(), ids, sampled, everyMs, offsetMs, window, format));
        }
      }
    }
  }

  /** The variables that an entry samples; of no use for spikes. */
  private List<String> sampled(String key, Section section) {
    List<String> names = new ArrayList<>();
    switch (key) {
      case MULTIMETER ->
          section
              .required("record_from", "the variables to record")
              .map(Field::oneOrMore)
              .orElse(List.of())
              .forEach(field ->
                  field
                      .text()
                      .ifPresent(name -> {
                        names.add(name);
                        variables.putIfAbsent("record." + name, field.keyPlace());
                      }));
      case VOLTMETER -> {
        names.add("V_m");
        section.field("of").ifPresent(of -> variables.putIfAbsent("record.V_m", of.keyPlace()));
      }
      default -> names.add(key);
    }
    return names;
  }

  private Optional<Recording> correlation(Section section) {
    RecordTimes times = new RecordTimes(section, resolutionMs);
    List<Field> of =
        section
            .required("of", "the two populations to correlate")
            .map(Field::oneOrMore)
            .orElse(List.of());
    of.forEach(this::population);
    List<String> names =
        of.stream().flatMap(f -> f.text().stream()).filter(populations::containsKey).toList();
    if (!of.isEmpty() && of.size() != 2) {
      section.problem("'of' has " + of.size() + " populations; allowed are two");
    }
    Recording.Window window = times.countingWindow();
    double[] bins = times.bins();
    List<List<Double>> weights = section.field("weights").map(this::weights).orElse(ONES);
    WeightRecording.Format file =
        section
            .field("format")
            .flatMap(WeightRecordReader::format)
            .orElse(WeightRecording.Format.CSV);
    return names.size() == 2 && weights.size() == 2
        ? Optional.of(
            new Recording.Correlation(
                names.get(0), names.get(1), bins[0], bins[1], window, weights, file))
        : Optional.empty();
  }

  /** Two numbers, or lists of numbers. */
  private List<List<Double>> weights(Field field) {
    List<List<Double>> weights = new ArrayList<>();
    for (Field one : field.oneOrMore()) {
      List<Double> numbers = new ArrayList<>();
      one.oneOrMore().forEach(item -> item.number().ifPresent(numbers::add));
      weights.add(numbers);
    }
    if (weights.size() != 2) {
      field.problem(
          "has " + weights.size() + " elements; allowed are two, each a number or a list of them");
    }
    return weights;
  }

  /** The population that a field names, if it could be read; an unknown name is an error. */
  private Optional<Population> population(Field field) {
    Optional<String> name = field.text();
    if (name.isPresent() && !populations.containsKey(name.get())) {
      field.problem(
          "no population '" + name.get() + "'; " + Names.hint(name.get(), populations.keySet()));
    }
    return name.flatMap(n -> populations.getOrDefault(n, Optional.empty()));
  }

  private void check(Field field, boolean spikes, Population population, List<Recording> before) {
    Model model = catalog.model(population.model(), field.path());
    boolean sampled =
        model instanceof NeuronModel
            || (model instanceof DeviceModel device && !device.signals().isEmpty());
    if (!spikes && !sampled) {
      field.problem(
          "population '"
              + population.name()
              + "' ("
              + model.name()
              + ") has no variables to record");
    }
    if (spikes && model instanceof DeviceModel device && !device.hasSpikes()) {
      field.problem(
          "population '"
              + population.name()
              + "' ("
              + model.name()
              + ") has no spikes of its own to record");
    }
    if (spikes
        && before.stream()
            .anyMatch(
                r -> r instanceof Recording.Spikes s && s.population().equals(population.name()))) {
      field.problem("the spikes of population '" + population.name() + "' are recorded already");
    }
  }

  private void requireNodes(Field field, List<Long> ids, String population) {
    Optional<Long> size =
        populations.getOrDefault(population, Optional.empty()).flatMap(Population::size);
    for (int i = 0; i < ids.size(); i++) {
      if (size.isPresent() && ids.get(i) >= size.get()) {
        field.problem(
            "value "
                + i
                + " is "
                + ids.get(i)
                + "; allowed is 0 to "
                + (size.get() - 1)
                + ", a node of "
                + population);
        return;
      }
    }
  }

  /** Node numbers, written in place or kept in a file. */
  private Optional<List<Long>> ids(Field field) {
    if (field.isList()) {
      Set<Long> ids = new LinkedHashSet<>();
      for (Field item : field.items().orElse(List.of())) {
        item.whole(0)
            .ifPresent(id -> {
              if (!ids.add(id)) {
                item.problem("node " + id + " occurs twice");
              }
            });
      }
      if (ids.isEmpty()) {
        field.problem("names no node; leave it out to record all");
      }
      return Optional.of(List.copyOf(ids));
    }
    return columns.column(field, Optional.empty()).flatMap(source -> read(field, source));
  }

  private static Optional<List<Long>> read(Field field, ColumnSource source) {
    try (Arena arena = Arena.ofConfined()) {
      Column column = source.open(arena);
      long[] ids = new long[Math.toIntExact(column.length())];
      column.read(0, ids.length, ids, 0);
      List<Long> list = new ArrayList<>();
      for (long id : ids) {
        list.add(id);
      }
      return Optional.of(list);
    } catch (InvalidInputException e) {
      field.problem(e.getMessage());
      return Optional.empty();
    }
  }
}
