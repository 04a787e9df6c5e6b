package org.baya.io.experiment;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.baya.space.AnchoredMask;
import org.baya.space.BoxMask;
import org.baya.space.CircularMask;
import org.baya.space.DifferenceMask;
import org.baya.space.DoughnutMask;
import org.baya.space.EllipsoidalMask;
import org.baya.space.EllipticalMask;
import org.baya.space.GridMask;
import org.baya.space.IntersectionMask;
import org.baya.space.Mask;
import org.baya.space.RectangularMask;
import org.baya.space.SphericalMask;
import org.baya.space.UnionMask;

/**
 * Reads {@code mask} of a projection: one kind by NEST's name with its numbers, and {@code anchor}
 * beside it; or {@code and}, {@code or}, {@code minus} with a list of masks.
 */
final class MaskReader {
  private static final Map<String, BinaryOperator<Mask>> COMBINATIONS =
      Map.of(
          "and", IntersectionMask::new,
          "or", UnionMask::new,
          "minus", DifferenceMask::new);

  private static final Map<String, Function<Numbers, Mask>> KINDS =
      Map.ofEntries(
          Map.entry(
              "rectangular",
              n ->
                  new RectangularMask(
                      n.list("lower_left"), n.list("upper_right"), n.angle("azimuth_angle"))),
          Map.entry("circular", n -> new CircularMask(n.number("radius"))),
          Map.entry(
              "doughnut",
              n -> new DoughnutMask(n.number("inner_radius"), n.number("outer_radius"))),
          Map.entry(
              "elliptical",
              n ->
                  new EllipticalMask(
                      n.number("major_axis"), n.number("minor_axis"), n.angle("azimuth_angle"))),
          Map.entry(
              "box",
              n ->
                  new BoxMask(
                      n.list("lower_left"),
                      n.list("upper_right"),
                      n.angle("azimuth_angle"),
                      n.angle("polar_angle"))),
          Map.entry("spherical", n -> new SphericalMask(n.number("radius"))),
          Map.entry(
              "ellipsoidal",
              n ->
                  new EllipsoidalMask(
                      n.number("major_axis"),
                      n.number("minor_axis"),
                      n.number("polar_axis"),
                      n.angle("azimuth_angle"),
                      n.angle("polar_angle"))));

  private MaskReader() {}

  /** The mask of a field, or nothing and problems. */
  static Optional<Mask> mask(Field field) {
    int before = field.problems().count();
    return field
        .section()
        .flatMap(section -> mask(field, section))
        .filter(mask -> field.problems().count() == before);
  }

  private static Optional<Mask> mask(Field field, Section section) {
    try (section) {
      List<String> kinds =
          Stream.of(KINDS.keySet(), COMBINATIONS.keySet(), List.of("grid"))
              .flatMap(Collection::stream)
              .sorted()
              .toList();
      List<String> present = kinds.stream().filter(section::has).toList();
      if (present.size() != 1) {
        field.problem(
            "needs one kind of mask, one of "
                + String.join(", ", kinds)
                + (present.isEmpty() ? "" : "; found " + String.join(" and ", present)));
        return Optional.empty();
      }
      Field kind = section.field(present.getFirst()).orElse(field);
      Optional<Field> anchor = section.field("anchor");
      if (kind.key().equals("grid")) {
        return kind.section().flatMap(inner -> grid(kind, inner, anchor));
      }
      Optional<Mask> mask = COMBINATIONS.containsKey(kind.key()) ? combined(kind) : simple(kind);
      return mask.flatMap(m -> anchored(m, anchor));
    }
  }

  private static Optional<Mask> simple(Field kind) {
    Optional<Section> inner = kind.section();
    if (inner.isEmpty()) {
      return Optional.empty();
    }
    try (Section section = inner.get()) {
      Numbers numbers = new Numbers(section);
      Function<Numbers, Mask> make = Objects.requireNonNull(KINDS.get(kind.key()));
      return attempt(section, kind, () -> make.apply(numbers));
    }
  }

  private static Optional<Mask> anchored(Mask mask, Optional<Field> anchor) {
    if (anchor.isEmpty()) {
      return Optional.of(mask);
    }
    Optional<List<Double>> place = anchor.get().numberList();
    return place.flatMap(p -> checked(anchor.get(), () -> new AnchoredMask(mask, p)));
  }

  private static Optional<Mask> combined(Field kind) {
    List<Field> parts = kind.items().orElse(List.of());
    if (kind.isList() && parts.size() < 2) {
      kind.problem("needs a list of two or more masks");
    }
    Optional<Mask> all = Optional.empty();
    boolean first = true;
    BinaryOperator<Mask> combine = Objects.requireNonNull(COMBINATIONS.get(kind.key()));
    for (Field part : parts) {
      Optional<Mask> next = mask(part);
      Optional<Mask> before = all;
      all =
          first
              ? next
              : before.flatMap(a -> next.flatMap(b -> checked(part, () -> combine.apply(a, b))));
      first = false;
    }
    return all;
  }

  private static Optional<Mask> grid(Field kind, Section section, Optional<Field> anchor) {
    try (section) {
      Optional<List<Integer>> shape =
          section.required("shape", "columns and rows of the block").flatMap(Field::wholeList);
      Optional<Field> corner = section.field("upper_left");
      if (corner.isPresent() && anchor.isPresent()) {
        kind.problem("has 'upper_left' and 'anchor'; allowed is one of them");
      }
      Optional<List<Integer>> first = corner.flatMap(Field::wholeList);
      Optional<List<Integer>> aligned = anchor.flatMap(Field::wholeList);
      return shape.flatMap(s ->
          checked(
              kind,
              () ->
                  first.isPresent()
                      ? new GridMask(s, first.get())
                      : GridMask.anchored(s, aligned.orElse(Collections.nCopies(s.size(), 0)))));
    }
  }

  private static Optional<Mask> attempt(Section section, Field field, Supplier<Mask> action) {
    int before = section.problemCount();
    try {
      Mask mask = action.get();
      return section.problemCount() == before ? Optional.of(mask) : Optional.empty();
    } catch (Numbers.MissingException e) {
      return Optional.empty();
    } catch (InvalidInputException e) {
      field.problem(e.getMessage().substring(e.getMessage().indexOf(": ") + 2));
      return Optional.empty();
    }
  }

  private static Optional<Mask> checked(Field field, Supplier<Mask> action) {
    try {
      return Optional.of(action.get());
    } catch (InvalidInputException e) {
      field.problem(e.getMessage().substring(e.getMessage().indexOf(": ") + 2));
      return Optional.empty();
    }
  }

  /** The numbers of one mask. */
  private record Numbers(Section section) {

    /** A number is not there or none; it has been reported. */
    private static final class MissingException extends RuntimeException {
      private static final long serialVersionUID = 1;

      MissingException() {
        super("reported", null, false, false);
      }
    }

    double number(String key) {
      OptionalDouble number =
          section.required(key, "a number").map(Field::number).orElse(OptionalDouble.empty());
      return number.orElseThrow(MissingException::new);
    }

    double angle(String key) {
      Optional<Field> field = section.field(key);
      return field.isEmpty() ? 0 : field.get().number().orElseThrow(MissingException::new);
    }

    List<Double> list(String key) {
      return section
          .required(key, "a list of numbers")
          .flatMap(Field::numberList)
          .orElseThrow(MissingException::new);
    }
  }
}
