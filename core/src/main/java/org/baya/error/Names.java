package org.baya.error;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What to say about a name that is not known: the nearest known one, or all of them. */
public final class Names {
  /**
   * Above this many names a message gives no list; the parameters of any model and the recordables
   * of any neuron are fewer.
   */
  private static final int LIST_LIMIT = 48;

  private Names() {}

  /**
   * The known name nearest to {@code name} by edit distance, if it is near enough to be a
   * misspelling of it: a third of its letters may be wrong, at least one, but never all.
   */
  public static Optional<String> nearest(String name, Collection<String> known) {
    String wanted = name.toLowerCase(Locale.ROOT);
    int best = Math.min(Math.max(1, wanted.length() / 3) + 1, Math.max(1, wanted.length()));
    String found = null;
    for (String candidate : new TreeSet<>(known)) {
      int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
      if (distance < best) {
        best = distance;
        found = candidate;
      }
    }
    return Optional.ofNullable(found);
  }

  /**
   * One clause that helps with an unknown name: {@code did you mean 'tau_m'?} or {@code known: a,
   * b, c}.
   */
  public static String hint(String name, Collection<String> known) {
    Optional<String> nearest = nearest(name, known);
    if (nearest.isPresent()) {
      return "did you mean '" + nearest.get() + "'?";
    }
    if (known.isEmpty()) {
      return "none is known here";
    }
    return known.size() <= LIST_LIMIT
        ? "known: " + String.join(", ", new TreeSet<>(known))
        : known.size() + " names are known";
  }

  /** Levenshtein distance with adjacent transpositions counted as one edit. */
  private static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      d[i][0] = i;
    }
    for (int j = 0; j <= b.length(); j++) {
      d[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int substitute = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(substitute, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
