package org.baya.build;

import org.baya.array.ElementType;
import org.baya.connect.EdgeList;

/**
 * The narrowest form that holds all weights of a projection exactly; projections of one form share
 * tables.
 */
sealed interface WeightForm {

  /** New columns of that form. */
  WeightColumns columns(int shards);

  /** Bytes per synapse. */
  int bytes();

  /** One number. */
  record Constant(double value) implements WeightForm {
    @Override
    public WeightColumns columns(int shards) {
      return new WeightColumns.None(value);
    }

    @Override
    public int bytes() {
      return 0;
    }
  }

  /** None: spikes are counted. */
  record Count() implements WeightForm {
    @Override
    public WeightColumns columns(int shards) {
      return new WeightColumns.Count();
    }

    @Override
    public int bytes() {
      return 0;
    }
  }

  /** 32-bit numbers. */
  record Float32() implements WeightForm {
    @Override
    public WeightColumns columns(int shards) {
      return new WeightColumns.Floats(new float[shards][]);
    }

    @Override
    public int bytes() {
      return Float.BYTES;
    }
  }

  /** 64-bit numbers. */
  record Float64() implements WeightForm {
    @Override
    public WeightColumns columns(int shards) {
      return new WeightColumns.Doubles(new double[shards][]);
    }

    @Override
    public int bytes() {
      return Double.BYTES;
    }
  }

  /**
   * The form of a projection's weights: random draws are floats by definition, formulas are
   * doubles, columns keep their type. Neurons that count spikes need none.
   */
  static WeightForm of(ResolvedProjection projection) {
    if (NeuronKinds.counts(projection.to())) {
      return new Count();
    }
    return of(projection.weight(), projection.edges());
  }

  /** The form of any value of the edges. */
  static WeightForm of(Quantity value, EdgeList edges) {
    return switch (value) {
      case Quantity.Fixed fixed -> new Constant(fixed.value());
      case Quantity.Computed computed -> computed.isRandom() ? new Float32() : new Float64();
      case Quantity.Read read ->
          isExactInFloat(edges, read.column()) ? new Float32() : new Float64();
    };
  }

  private static boolean isExactInFloat(EdgeList edges, String column) {
    ElementType type = edges.type(column);
    return type == ElementType.FLOAT32 || type.isInteger() && type.sizeBytes() <= Short.BYTES;
  }
}
