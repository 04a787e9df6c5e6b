package org.baya.connect.algebra;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.expression.Symbol;
import org.baya.random.Purpose;

/**
 * What masks and value sets are made for: two populations and the addresses of random numbers.
 * Everything random in an expression has a number, in the order of appearance, and is fixed by
 * seed, purpose, that number and the pair.
 */
final class Scene {
  private final int sources;
  private final int targets;
  private final long seed;
  private final long purpose;
  private final Surroundings surroundings;
  private final String place;
  private final Map<Object, Integer> numbers = new IdentityHashMap<>();
  private final Map<Object, Boolean> sides = new IdentityHashMap<>();
  private int turned;

  Scene(
      int sources, int targets, long seed, long purpose, Surroundings surroundings, String place) {
    this.sources = sources;
    this.targets = targets;
    this.seed = seed;
    this.purpose = purpose;
    this.surroundings = surroundings;
    this.place = place;
  }

  long seed() {
    return seed;
  }

  /** For error messages. */
  String place() {
    return place;
  }

  /** The purpose of the random numbers of a random part of the expression. */
  Purpose purpose(Object part) {
    Integer known = numbers.get(part);
    int number = known == null ? numbers.size() : known;
    numbers.put(part, number);
    return new Purpose("algebra", purpose).at(number);
  }

  /**
   * Whether the rows of a random part belong to targets: it is made on the side from which it is
   * seen first.
   */
  boolean isMadeByTarget(Object part, boolean seenByTarget) {
    Boolean first = sides.putIfAbsent(part, seenByTarget);
    return first == null ? seenByTarget : first;
  }

  /** Notes that a part has to be made from one side and stored for the other. */
  void noteTurned() {
    turned++;
  }

  /** How many parts have to be stored. */
  int turned() {
    return turned;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Number of sources. */
  int sources() {
    return sources;
  }

  /** Number of targets. */
  int targets() {
    return targets;
  }

  /** Where the nodes are; fails if that is not known. */
  Geometry geometry(String of) {
    return surroundings
        .geometry()
        .orElseThrow(() ->
            new InvalidInputException(
                place,
                of + " needs positions: both populations need the same coordinates (x, y, z)"));
  }

  /** What formulas may read besides i and j. */
  Set<Symbol> symbols() {
    return surroundings.symbols();
  }
}
