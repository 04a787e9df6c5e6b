package org.baya.connect.algebra;

/** The values of a connection set after its pairs were moved: looks up where a pair came from. */
final class MovedValue extends ValueSet {
  /** How pairs were moved. */
  enum Move {
    BLOCK("block"),
    REPEAT("repeat"),
    SHIFT("shift"),
    TRANSPOSE("transpose");

    private final String word;

    Move(String word) {
      this.word = word;
    }
  }

  private final Move move;
  private final int m;
  private final int n;
  private final ValueSet value;

  private MovedValue(Move move, int m, int n, ValueSet value) {
    this.move = move;
    this.m = m;
    this.n = n;
    this.value = value;
  }

  /** The moved values; constants stay where they are. */
  static ValueSet of(Move move, int m, int n, ValueSet value) {
    return value instanceof ConstantValue ? value : new MovedValue(move, m, n, value);
  }

  @Override
  Values values(Scene scene) {
    Values inner = value.values(scene);
    return () -> {
      Values.Evaluator evaluator = inner.evaluator();
      PairBlock before = new PairBlock();
      return (pairs, count, out) -> {
        for (int k = 0; k < count; k++) {
          moveBack(pairs, before, k);
        }
        evaluator.evaluate(before, count, out);
      };
    };
  }

  private void moveBack(PairBlock pairs, PairBlock before, int k) {
    int i = pairs.sources[k];
    int j = pairs.targets[k];
    before.copies[k] = pairs.copies[k];
    before.sources[k] =
        switch (move) {
          case BLOCK -> i / m;
          case REPEAT -> i % m;
          case SHIFT -> i - m;
          case TRANSPOSE -> j;
        };
    before.targets[k] =
        switch (move) {
          case BLOCK -> j / n;
          case REPEAT -> j % n;
          case SHIFT -> j - n;
          case TRANSPOSE -> i;
        };
  }

  @Override
  boolean isRandom() {
    return value.isRandom();
  }

  @Override
  String text(Wording of) {
    String operator = move == Move.TRANSPOSE ? move.word : move.word + "(" + m + ", " + n + ")";
    return "(" + operator + " * " + of.apply(value) + ")";
  }
}
