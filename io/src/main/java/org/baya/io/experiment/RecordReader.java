package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.DeviceModel;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.network.Population;
import org.baya.network.Recording;

/**
 * Reads {@code record}: {@code spikes} and state variables by name, each one entry or a list of
 * entries.
 */
final class RecordReader {
  private static final String SPIKES = "spikes";

  private final ColumnReader columns;
  private final Catalog catalog;
  private final Map<String, Optional<Population>> populations;
  private final double resolutionMs;

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

  /** The recordings of {@code section}. */
  List<Recording> recordings(Section section) {
    List<Recording> recordings = new ArrayList<>();
    for (Field variable : section.all()) {
      if (WeightRecordReader.KEYS.contains(variable.key())) {
        continue;
      }
      if (!variable.key().equals(SPIKES)
          && Names.nearest(variable.key(), List.of(SPIKES)).isPresent()) {
        variable.unknown("did you mean '" + SPIKES + "'?");
        continue;
      }
      for (Field entry : variable.oneOrMore()) {
        entry.section().ifPresent(inner -> read(variable.key(), inner, recordings));
      }
    }
    return recordings;
  }

  private void read(String variable, Section section, List<Recording> recordings) {
    try (section) {
      Optional<Field> of = section.required("of", "the population to record, or a list of them");
      Optional<List<Long>> ids = section.field("ids").flatMap(this::ids);
      double everyMs =
          variable.equals(SPIKES)
              ? resolutionMs
              : section.field("every").map(this::every).orElse(resolutionMs);
      for (Field field : of.map(Field::oneOrMore).orElse(List.of())) {
        Optional<String> name = field.text();
        if (name.isPresent() && !populations.containsKey(name.get())) {
          field.problem(
              "no population '"
                  + name.get()
                  + "'; "
                  + Names.hint(name.get(), populations.keySet()));
        } else if (name.isPresent()) {
          Optional<Population> population = populations.getOrDefault(name.get(), Optional.empty());
          population.ifPresent(p -> check(field, variable, p, recordings));
          ids.ifPresent(list -> requireNodes(section.field("ids").orElseThrow(), list, name.get()));
          recordings.add(
              variable.equals(SPIKES)
                  ? new Recording.Spikes(name.get(), ids)
                  : new Recording.Samples(name.get(), ids, List.of(variable), everyMs));
        }
      }
    }
  }

  private void check(Field field, String variable, Population population, List<Recording> before) {
    Model model = catalog.model(population.model(), field.path());
    boolean spikes = variable.equals(SPIKES);
    if (!spikes && !(model instanceof NeuronModel)) {
      field.problem(
          "population '"
              + population.name()
              + "' ("
              + model.name()
              + ") has no variables to record");
    }
    if (spikes && model instanceof DeviceModel device && !device.acceptsSpikeTrains()) {
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

  /** The sampling interval [ms]. */
  private double every(Field field) {
    OptionalDouble every = field.number();
    if (every.isPresent() && !Times.isMultiple(every.getAsDouble(), resolutionMs)) {
      field.problem(
          "is "
              + every.getAsDouble()
              + " ms; allowed is a multiple of the resolution, "
              + resolutionMs
              + " ms");
    }
    return every.orElse(resolutionMs);
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
