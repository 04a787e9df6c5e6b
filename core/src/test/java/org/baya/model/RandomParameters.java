package org.baya.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.baya.error.InvalidInputException;

/**
 * Valid parameters of any model, drawn around its defaults. What shapes the storage (flags, lengths
 * of vectors) is a {@link Shape}; parameters of one shape differ in their numbers only.
 */
public final class RandomParameters {
  private static final int LONGEST_VECTOR = 5;

  /**
   * From this size on [mV] a potential is drawn near its default: half of it would be no neuron,
   * and an adaptive exponential one whose reset lies far above its threshold never ends its first
   * step.
   */
  private static final double PLAIN_POTENTIAL = 20;

  private static final int TRIES = 10_000;

  private RandomParameters() {}

  /**
   * Flags and vector lengths.
   *
   * @param flags by name
   * @param lengths by default length of the vector: vectors of one default length keep one length
   * @param off names of the parameters that stay at their default of 0, which may switch something
   *     off
   */
  public record Shape(Map<String, Double> flags, Map<Integer, Integer> lengths, Set<String> off) {}

  /** The default value of every parameter. */
  public static Map<String, double[]> standard(Model model) {
    Map<String, double[]> values = new HashMap<>();
    model.parameters().forEach(p -> values.put(p.name(), standard(p)));
    return values;
  }

  /** The default of one parameter. */
  public static double[] standard(Parameter parameter) {
    return parameter.standard().stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Every different dynamics of a model, with one shape that leads to it. */
  public static Map<Dynamics, Shape> shapes(NeuronModel model, SplittableRandom random) {
    Map<Dynamics, Shape> found = new HashMap<>();
    for (Shape shape : allShapes(model)) {
      for (int tries = 0; tries < 20; tries++) {
        Optional<Dynamics> dynamics = dynamics(model, draw(model, shape, random));
        dynamics.ifPresent(d -> found.putIfAbsent(d, shape));
      }
    }
    return found;
  }

  /** All combinations of flags and vector lengths; not every one is valid. */
  public static List<Shape> allShapes(Model model) {
    List<Shape> shapes = new ArrayList<>(List.of(new Shape(Map.of(), Map.of(), Set.of())));
    for (Parameter parameter : model.parameters()) {
      if (parameter.kind() == Parameter.Kind.FLAG) {
        shapes =
            product(
                shapes, List.of(0, 1), (shape, flag) -> withFlag(shape, parameter.name(), flag));
      }
    }
    for (Parameter parameter : model.parameters()) {
      if (maySwitchOff(parameter)) {
        shapes =
            product(
                shapes, List.of(1, 0), (shape, on) -> on == 1 ? shape : withOff(shape, parameter));
      }
    }
    Set<Integer> lengths = new LinkedHashSet<>();
    model.parameters().stream()
        .filter(Parameter::isVector)
        .forEach(p -> lengths.add(p.standard().size()));
    for (int standard : lengths) {
      shapes =
          product(
              shapes,
              standard == 0 && model instanceof NeuronModel
                  ? List.of(0, 1, 2, LONGEST_VECTOR)
                  : List.of(1, 2, LONGEST_VECTOR),
              (shape, length) -> withLength(shape, standard, length));
    }
    return shapes;
  }

  /** One choice more for each shape. */
  @FunctionalInterface
  private interface Choice {
    Shape with(Shape shape, int value);
  }

  private static List<Shape> product(List<Shape> shapes, List<Integer> values, Choice choice) {
    List<Shape> all = new ArrayList<>();
    shapes.forEach(shape -> values.forEach(value -> all.add(choice.with(shape, value))));
    return all;
  }

  private static Shape withFlag(Shape shape, String name, double value) {
    Map<String, Double> flags = new HashMap<>(shape.flags());
    flags.put(name, value);
    return new Shape(flags, shape.lengths(), shape.off());
  }

  private static Shape withLength(Shape shape, int standard, int length) {
    Map<Integer, Integer> lengths = new HashMap<>(shape.lengths());
    lengths.put(standard, length);
    return new Shape(shape.flags(), lengths, shape.off());
  }

  private static boolean maySwitchOff(Parameter parameter) {
    Range range = parameter.range();
    return parameter.kind() == Parameter.Kind.SCALAR
        && parameter.standard().equals(List.of(0.0))
        && range.low() == 0
        && range.lowIncluded();
  }

  private static Shape withOff(Shape shape, Parameter parameter) {
    Set<String> off = new HashSet<>(shape.off());
    off.add(parameter.name());
    return new Shape(shape.flags(), shape.lengths(), off);
  }

  /** Parameters of a shape that the model accepts. */
  public static Parameters valid(NeuronModel model, Shape shape, SplittableRandom random) {
    for (int tries = 0; tries < TRIES; tries++) {
      Parameters drawn = draw(model, shape, random);
      if (dynamics(model, drawn).isPresent()) {
        return drawn;
      }
    }
    throw new AssertionError(
        model.name() + " accepted none of " + TRIES + " random parameter sets of " + shape);
  }

  private static Optional<Dynamics> dynamics(NeuronModel model, Parameters parameters) {
    try {
      return Optional.of(model.dynamics(parameters));
    } catch (InvalidInputException e) {
      return Optional.empty();
    }
  }

  /** Parameters of a shape, each inside its range; together they may contradict each other. */
  public static Parameters draw(Model model, Shape shape, SplittableRandom random) {
    Map<String, double[]> values = new HashMap<>();
    for (Parameter parameter : model.parameters()) {
      values.put(parameter.name(), draw(parameter, shape, random));
    }
    return new Parameters(values);
  }

  private static double[] draw(Parameter parameter, Shape shape, SplittableRandom random) {
    if (parameter.kind() == Parameter.Kind.FLAG) {
      return new double[] {shape.flags().get(parameter.name())};
    }
    double[] standard = standard(parameter);
    if (shape.off().contains(parameter.name())) {
      return standard;
    }
    int length = parameter.isVector() ? shape.lengths().get(standard.length) : 1;
    double[] values = new double[length];
    double time = 0;
    for (int i = 0; i < length; i++) {
      if (standard.length == 0 && parameter.unit().equals("ms")) {
        time += random.nextInt(1, 10);
        values[i] = time;
      } else if (standard.length == 0 && parameter.unit().isEmpty()) {
        values[i] = random.nextInt(1, 4);
      } else {
        double around = standard.length == 0 ? 0 : standard[i % standard.length];
        values[i] =
            parameter.unit().equals("mV") && Math.abs(around) >= PLAIN_POTENTIAL
                ? potential(around, random)
                : number(parameter.range(), around, random);
      }
    }
    return values;
  }

  /** A potential near {@code around}; where that is no bound, half of the time one below rest. */
  private static double potential(double around, SplittableRandom random) {
    if (Double.isFinite(around)) {
      return around + random.nextDouble(-5, 5);
    }
    return random.nextBoolean() ? around : random.nextDouble(-90, -75);
  }

  /**
   * A number of the range between half and one and a half of {@code standard}; between -1 and 1 for
   * a standard of 0.
   */
  private static double number(Range range, double standard, SplittableRandom random) {
    if (!Double.isFinite(standard)) {
      return standard;
    }
    if (range.whole()) {
      double low = Math.max(range.low(), standard - 3);
      return low + random.nextInt((int) Math.min(range.high() - low, 6) + 1);
    }
    for (int tries = 0; tries < TRIES; tries++) {
      double value =
          standard == 0 ? random.nextDouble(-1, 1) : standard * random.nextDouble(0.5, 1.5);
      value = range.whole() ? Math.rint(value) : value;
      if (range.contains(value)) {
        return value;
      }
    }
    throw new AssertionError("no number near " + standard + " is " + range);
  }
}
