package org.baya.connect.algebra;

/** All pairs of a source in one set and a target in another. */
final class Cross extends Mask {
  private final IntervalSet sources;
  private final IntervalSet targets;

  Cross(IntervalSet sources, IntervalSet targets) {
    this.sources = sources;
    this.targets = targets;
  }

  @Override
  boolean isFull() {
    return sources.equals(IntervalSet.N) && targets.equals(IntervalSet.N);
  }

  @Override
  RowMask rows(Side side) {
    IntervalSet owners = side.byTarget() ? targets : sources;
    IntervalSet held = side.byTarget() ? sources : targets;
    Intervals all = new Intervals();
    held.copyTo(all, side.nodes());
    Intervals none = new Intervals();
    double pairs = (double) side.rows() * side.nodes();
    double density = pairs == 0 ? 0 : (double) owners.count(side.rows()) * all.size() / pairs;
    return new IntervalRows(
        density,
        () ->
            new IntervalRows.Cursor() {
              @Override
              Intervals intervals(int row) {
                return owners.contains(row) ? all : none;
              }
            });
  }

  @Override
  String text(Wording of) {
    if (isFull()) {
      return "full";
    }
    return "cross(" + sources + ", " + targets + ")";
  }
}
