package org.baya.kernel;

import java.lang.System.Logger.Level;
import java.util.Map;
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
import org.baya.random.ThresholdCount;

/**
 * Chooses the kernel of a kind of neuron: its vector kernel where there is one and the Vector API
 * is present, else the plain one.
 */
public final class Kernels {
  private static final System.Logger LOG = System.getLogger(Kernels.class.getName());
  private static final NeuronKernel PLAIN = new PlainKernel();
  private static final boolean VECTOR_API = vectorApi();

  private Kernels() {}

  /** The fastest kernel that gives the same bits as the plain one. */
  public static NeuronKernel fastest(Dynamics dynamics) {
    if (!VECTOR_API) {
      LOG.log(Level.INFO, "plain kernels: the module jdk.incubator.vector is not loaded");
      return PLAIN;
    }
    return Vectors.BY_DYNAMICS.getOrDefault(dynamics.getClass(), PLAIN);
  }

  /** Whether the Vector API can be used: loaded with the JVM or later, by whoever started Baya. */
  private static boolean vectorApi() {
    try {
      Class.forName("jdk.incubator.vector.Vector", false, ClassLoader.getSystemClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  /** Whether a kind of neuron is advanced by a vector kernel. */
  public static boolean isVector(Dynamics dynamics) {
    return VECTOR_API && Vectors.BY_DYNAMICS.containsKey(dynamics.getClass());
  }

  /** The kernel that advances one neuron at a time. */
  public static NeuronKernel plain() {
    return PLAIN;
  }

  /** The fastest way to compare numbers with thresholds. */
  public static ThresholdCount thresholds() {
    return VECTOR_API ? Vectors.THRESHOLDS : ThresholdCount.PLAIN;
  }

  /** The fastest way to add counted spikes onto these slots. */
  public static CountDelivery counts(char[] slots) {
    return VECTOR_API && CountDelivery.areBlocks(slots) ? Vectors.COUNTS : CountDelivery.PLAIN;
  }

  /** Loaded only when the module is there. */
  private static final class Vectors {
    static final ThresholdCount THRESHOLDS = new ThresholdKernel();
    static final CountDelivery COUNTS = new CountKernel();
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
  }
}
