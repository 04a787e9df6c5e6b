package org.baya.expression;

/**
 * Something an expression reads for each row.
 *
 * @param kind where it is looked up
 * @param name what is looked up: a column or parameter name, {@code x}, {@code y} or {@code z} for
 *     positions, {@code dx}, {@code dy} or {@code dz} for displacements, {@code distance}
 */
public record Symbol(Kind kind, String name) {

  /** Where a symbol is looked up. */
  public enum Kind {
    /** {@code NAME}: a column of the edge file, or a parameter of the population. */
    PLAIN,
    /** {@code NAME[target]}: a parameter of the target neuron. */
    TARGET,
    /** {@code NAME[source]}: a parameter of the source neuron. */
    SOURCE,
    /** {@code target.x}: a coordinate of the target neuron. */
    TARGET_POSITION,
    /** {@code source.x}: a coordinate of the source neuron. */
    SOURCE_POSITION,
    /**
     * {@code dx}: target coordinate minus source coordinate, across a periodic border where there
     * is one.
     */
    DISPLACEMENT,
    /** {@code distance}: length of the displacement. */
    DISTANCE
  }

  /** The distance from source to target. */
  public static final Symbol DISTANCE = new Symbol(Kind.DISTANCE, "distance");

  /** A column or parameter. */
  public static Symbol plain(String name) {
    return new Symbol(Kind.PLAIN, name);
  }

  /** A parameter of the target. */
  public static Symbol target(String name) {
    return new Symbol(Kind.TARGET, name);
  }

  /** A parameter of the source. */
  public static Symbol source(String name) {
    return new Symbol(Kind.SOURCE, name);
  }

  /** A coordinate of the target: x, y or z. */
  public static Symbol targetPosition(String axis) {
    return new Symbol(Kind.TARGET_POSITION, axis);
  }

  /** A coordinate of the source: x, y or z. */
  public static Symbol sourcePosition(String axis) {
    return new Symbol(Kind.SOURCE_POSITION, axis);
  }

  /** A component of the displacement: dx, dy or dz. */
  public static Symbol displacement(String name) {
    return new Symbol(Kind.DISPLACEMENT, name);
  }

  /** The same of the other end of an edge; a displacement is the negative of its reverse. */
  Symbol reversed() {
    return switch (kind) {
      case TARGET -> source(name);
      case SOURCE -> target(name);
      case TARGET_POSITION -> sourcePosition(name);
      case SOURCE_POSITION -> targetPosition(name);
      case PLAIN, DISPLACEMENT, DISTANCE -> this;
    };
  }

  /** As it is written in an expression. */
  @Override
  public String toString() {
    return switch (kind) {
      case PLAIN, DISPLACEMENT, DISTANCE -> name;
      case TARGET -> name + "[target]";
      case SOURCE -> name + "[source]";
      case TARGET_POSITION -> "target." + name;
      case SOURCE_POSITION -> "source." + name;
    };
  }
}
