package org.baya.random;

import java.util.Objects;

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
 */
public record Purpose(String name, long code) {
  /** Which pairs a rule connects. */
  public static final Purpose CONNECT = of("connect");

  /** Weights of a projection. */
  public static final Purpose WEIGHT = of("weight");

  /** Delays of a projection. */
  public static final Purpose DELAY = of("delay");

  /** Receptors of a projection. */
  public static final Purpose RECEPTOR = of("receptor");

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

  /** The use of this purpose with that index; may be repeated for several indices. */
  public Purpose at(long index) {
    return new Purpose(
        name + "[" + index + "]", SplitMix.mix(SplitMix.mix(code) + (index + 1) * SplitMix.GOLDEN));
  }
}
