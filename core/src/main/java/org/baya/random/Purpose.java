package org.baya.random;

import java.util.Objects;
import java.util.Optional;

/**
 * What random numbers are used for: a name and a stable 64-bit code. Streams of different purposes
 * are independent, so adding a projection or a device never changes what another one draws.
 *
 * <p>A use that exists more than once (the weights of the third projection) is a purpose with an
 * index: {@code Purpose.WEIGHT.at(3)}. Codes depend on names and indices only, never on the order
 * of creation; they are part of what a seed means and must not change between versions.
 *
 * @param name for people, for example {@code weight[3]}
 * @param code the purpose word of the key; see {@link Threefry}
 * @param half where the first two words of each stream come from, if not from its own blocks
 */
public record Purpose(String name, long code, Optional<Half> half) {
  /**
   * Half of block 0 of another purpose. Two purposes that mostly need one number of the same
   * entities each then need one block together.
   *
   * @param code of the purpose whose block is halved
   * @param number 0 for its words 0 and 1, 1 for its words 2 and 3
   */
  public record Half(long code, int number) {
    public Half {
      if (number != 0 && number != 1) {
        throw new IllegalArgumentException("half " + number + "; allowed is 0 or 1");
      }
    }
  }

  /** Which pairs a rule connects. */
  public static final Purpose CONNECT = of("connect");

  /** Weights of a projection. */
  public static final Purpose WEIGHT = of("weight");

  /** Delays of a projection. */
  public static final Purpose DELAY = of("delay");

  /** The first numbers of weight and delay of a projection, each half of a block. */
  public static final Purpose WEIGHT_AND_DELAY = of("weight and delay");

  /** Receptors of a projection. */
  public static final Purpose RECEPTOR = of("receptor");

  /** Parameters of the synapses of a projection. */
  public static final Purpose SYNAPSE = of("synapse");

  /** What the synapses of a projection transmit. */
  public static final Purpose TRANSMISSION = of("transmission");

  /** Which edges of a projection are dropped. */
  public static final Purpose DROP = of("drop");

  /** Parameters and initial state of a population. */
  public static final Purpose PARAMETER = of("parameter");

  /** Positions of a spatial layer. */
  public static final Purpose POSITION = of("position");

  /** Counts of a Poisson generator. */
  public static final Purpose POISSON = of("poisson");

  /** Noise currents and stochastic models. */
  public static final Purpose NOISE = of("noise");

  /** Spike trains of a projection from a stimulator that is no plain Poisson generator. */
  public static final Purpose TRAIN = of("train");

  /** Noise currents of a projection from a stimulator. */
  public static final Purpose CURRENT = of("current");

  /** What the nodes of a stimulator draw for all their targets. */
  public static final Purpose DEVICE = of("device");

  /** FNV-1a, 64 bits: offset basis and prime (G. Fowler, L. C. Noll, K.-P. Vo; RFC 9923). */
  private static final long FNV_BASIS = 0xCBF29CE484222325L;

  private static final long FNV_PRIME = 0x100000001B3L;

  /** A purpose whose streams have all their words from blocks of their own. */
  public Purpose(String name, long code) {
    this(name, code, Optional.empty());
  }

  public Purpose {
    Objects.requireNonNull(name, "name");
  }

  /**
   * The purpose of this name, for example of a model outside this project: equal names give equal
   * codes.
   */
  public static Purpose of(String name) {
    long hash = FNV_BASIS;
    for (int i = 0; i < name.length(); i++) {
      hash = (hash ^ name.charAt(i)) * FNV_PRIME;
    }
    return new Purpose(name, SplitMix.mix(hash));
  }

  /**
   * The use of this purpose with that index; may be repeated for several indices. Use 0 of a
   * purpose that has half a block keeps it.
   */
  public Purpose at(long index) {
    return new Purpose(
        name + "[" + index + "]",
        SplitMix.mix(SplitMix.mix(code) + (index + 1) * SplitMix.GOLDEN),
        half.filter(kept -> index == 0));
  }

  /** This purpose, with its first two words from half 0 or 1 of block 0 of another. */
  public Purpose withHalf(Purpose halved, int number) {
    return new Purpose(name, code, Optional.of(new Half(halved.code, number)));
  }
}
