package org.baya.kernel;

import java.util.Map;
import org.baya.compiled.Arrivals;
import org.baya.model.Dynamics;
import org.baya.model.neuron.AdaptiveThreshold;
import org.baya.model.neuron.EscapeNoise;
import org.baya.model.neuron.ExactNeuron;
import org.baya.model.neuron.GifPscExp;
import org.baya.model.neuron.GlifPscDynamics;
import org.baya.model.neuron.IafPscDelta;
import org.baya.model.neuron.Izhikevich;
import org.baya.model.neuron.PpPscDelta;
import org.baya.model.ode.AdaptiveNeuron;

/**
 * Chooses the kernel of a kind of neuron: its vector kernel where there is one and the Vector API
 * is present, else the plain one.
 */
public final class Kernels {
  private static final NeuronKernel PLAIN = new PlainKernel();

  /**
   * Updates of neurons that the plain kernel does in less time than the Vector API takes to load
   * (0.15 s): 20 to 30 ns each, those with adaptive solvers 100 to 900 ns.
   */
  private static final long FEW_UPDATES = 200_000;

  /** Targets of a stimulator that do without the Vector API. */
  private static final int FEW_TARGETS = 200;

  private Kernels() {}

  /** The fastest kernel that gives the same bits as the plain one. */
  public static NeuronKernel fastest(Dynamics dynamics) {
    return VectorModule.PRESENT
        ? Vectors.BY_DYNAMICS.getOrDefault(dynamics.getClass(), PLAIN)
        : PLAIN;
  }

  /** The kernel that is soonest done with {@code updates} steps of neurons. */
  public static NeuronKernel forUpdates(Dynamics dynamics, long updates) {
    return updates <= FEW_UPDATES ? PLAIN : fastest(dynamics);
  }

  /** Whether the Vector API can be used: loaded with the JVM, or now. */
  public static boolean vectorApi() {
    return VectorModule.PRESENT;
  }

  /** Whether a kind of neuron is advanced by a vector kernel. */
  public static boolean isVector(Dynamics dynamics) {
    return VectorModule.PRESENT && Vectors.BY_DYNAMICS.containsKey(dynamics.getClass());
  }

  /** The kernel that advances one neuron at a time. */
  public static NeuronKernel plain() {
    return PLAIN;
  }

  /** The best way to add counted spikes of these synapses. */
  public static CountDelivery counts(Arrivals arrivals) {
    return arrivals.size() < FEW_TARGETS || !VectorModule.PRESENT
        ? new ListedCounts(arrivals, 0)
        : Vectors.counts(arrivals);
  }

  /** Loaded only when the module is there. */
  private static final class Vectors {
    static final Map<Class<? extends Dynamics>, NeuronKernel> BY_DYNAMICS =
        Map.of(
            AdaptiveNeuron.class, new AdaptiveKernel(),
            AdaptiveThreshold.class, new AdaptiveThresholdKernel(),
            EscapeNoise.class, new EscapeNoiseKernel(),
            GifPscExp.Escape.class, new GifPscExpKernel(),
            GlifPscDynamics.class, new GlifPscKernel(),
            IafPscDelta.Jumps.class, new IafPscDeltaKernel(),
            Izhikevich.Quadratic.class, new IzhikevichKernel(),
            PpPscDelta.Hazard.class, new PpPscDeltaKernel(),
            ExactNeuron.class, new ExactNeuronKernel());

    static CountDelivery counts(Arrivals arrivals) {
      return BlockCounts.serves(arrivals)
          ? new BlockCounts(arrivals)
          : new ListedCounts(arrivals, 0);
    }
  }
}
