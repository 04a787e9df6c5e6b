package org.baya.connect.algebra;

/** The Euclidean distance of source and target, the metric d. */
final class Distance extends ValueSet {
  static final Distance METRIC = new Distance();

  private Distance() {}

  @Override
  Values values(Scene scene) {
    Geometry geometry = scene.geometry("d");
    int sources = geometry.sources().nodes();
    int targets = geometry.targets().nodes();
    return () ->
        (pairs, n, out) -> {
          for (int k = 0; k < n; k++) {
            boolean known = pairs.sources[k] < sources && pairs.targets[k] < targets;
            out[k] = known ? geometry.distance(pairs.sources[k], pairs.targets[k]) : Double.NaN;
          }
        };
  }

  @Override
  boolean isRandom() {
    return false;
  }

  @Override
  String text(Wording of) {
    return "d";
  }
}
