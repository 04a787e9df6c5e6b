package org.baya.io.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.baya.io.yaml.Place;

/** Everything that is wrong with one experiment. */
final class Problems {
  private final List<Problem> found = new ArrayList<>();
  private int repeated;

  private record Problem(Place place, String path, String message) {
    String line() {
      return path.isEmpty() ? place + ": " + message : place + ": " + path + ": " + message;
    }
  }

  /**
   * Notes a problem.
   *
   * @param path keys from the root to the value, joined with dots
   */
  void add(Place place, String path, String message) {
    found.add(new Problem(place, path, message));
  }

  /** Counts a problem that was told already. */
  void again() {
    repeated++;
  }

  /** Number of problems up to now. */
  int count() {
    return found.size() + repeated;
  }

  /** All problems, one line each, in the order of the file. */
  List<String> lines() {
    return found.stream()
        .sorted(Comparator.comparingInt(problem -> problem.place().line()))
        .map(Problem::line)
        .distinct()
        .toList();
  }
}
