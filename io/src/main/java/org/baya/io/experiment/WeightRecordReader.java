package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.baya.error.Names;
import org.baya.network.WeightRecording;

/** Reads what {@code record} says of weights: {@code weights} and {@code final_weights}. */
final class WeightRecordReader {
  /** The keys of {@code record} that are read here; the first two mean the same. */
  static final List<String> KEYS =
      List.of(
          WeightRecording.Moment.EACH_SPIKE.key(),
          "weight_recorder",
          WeightRecording.Moment.END.key());

  private final Set<String> projections;

  /**
   * A reader.
   *
   * @param projections the names that {@code of} may have
   */
  WeightRecordReader(Set<String> projections) {
    this.projections = projections;
  }

  /** The recordings of weights in {@code section}. */
  List<WeightRecording> recordings(Section section) {
    List<WeightRecording> recordings = new ArrayList<>();
    for (String key : KEYS) {
      WeightRecording.Moment moment =
          key.equals(WeightRecording.Moment.END.key())
              ? WeightRecording.Moment.END
              : WeightRecording.Moment.EACH_SPIKE;
      for (Field entry : section.field(key).map(Field::oneOrMore).orElse(List.of())) {
        entry.section().ifPresent(inner -> read(moment, inner, recordings));
      }
    }
    return recordings;
  }

  private void read(
      WeightRecording.Moment moment, Section section, List<WeightRecording> recordings) {
    try (section) {
      Optional<Field> of = section.required("of", "the projection to record, or a list of them");
      WeightRecording.Format format =
          section
              .field("format")
              .flatMap(WeightRecordReader::format)
              .orElse(WeightRecording.Format.H5);
      for (Field field : of.map(Field::oneOrMore).orElse(List.of())) {
        Optional<String> name = field.text();
        if (name.isPresent() && !projections.contains(name.get())) {
          field.problem(
              "no projection '" + name.get() + "'; " + Names.hint(name.get(), projections));
        } else if (name.isPresent()) {
          recordings.add(new WeightRecording(name.get(), moment, format));
        }
      }
    }
  }

  /** A kind of file. */
  static Optional<WeightRecording.Format> format(Field field) {
    Optional<String> text = field.text();
    for (WeightRecording.Format format : WeightRecording.Format.values()) {
      if (text.isPresent() && name(format).equals(text.get())) {
        return Optional.of(format);
      }
    }
    text.ifPresent(found ->
        field.problem(
            "is '"
                + found
                + "'; allowed is "
                + Arrays.stream(WeightRecording.Format.values())
                    .map(WeightRecordReader::name)
                    .collect(Collectors.joining(", "))));
    return Optional.empty();
  }

  private static String name(WeightRecording.Format format) {
    return format.name().toLowerCase(Locale.ROOT);
  }
}
