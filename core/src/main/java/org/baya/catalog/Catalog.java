package org.baya.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.baya.connect.ConnectionRule;
import org.baya.connect.rule.AllToAll;
import org.baya.connect.rule.FixedIndegree;
import org.baya.connect.rule.FixedOutdegree;
import org.baya.connect.rule.FixedTotalNumber;
import org.baya.connect.rule.OneToOne;
import org.baya.connect.rule.PairwiseBernoulli;
import org.baya.connect.rule.PairwisePoisson;
import org.baya.connect.rule.SymmetricPairwiseBernoulli;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.model.RecorderModel;
import org.baya.model.device.AcGenerator;
import org.baya.model.device.CorrelationDetector;
import org.baya.model.device.DcGenerator;
import org.baya.model.device.GammaSupGenerator;
import org.baya.model.device.InhomogeneousPoissonGenerator;
import org.baya.model.device.MipGenerator;
import org.baya.model.device.Multimeter;
import org.baya.model.device.NoiseGenerator;
import org.baya.model.device.PoissonGenerator;
import org.baya.model.device.PulsepacketGenerator;
import org.baya.model.device.SinusoidalPoissonGenerator;
import org.baya.model.device.SpikeGenerator;
import org.baya.model.device.SpikeRecorder;
import org.baya.model.device.SpikeTrainInjector;
import org.baya.model.device.StepCurrentGenerator;
import org.baya.model.device.Voltmeter;
import org.baya.model.device.VolumeTransmitter;
import org.baya.model.device.WeightRecorder;
import org.baya.model.neuron.AeifCondAlpha;
import org.baya.model.neuron.AeifCondAlphaMultisynapse;
import org.baya.model.neuron.AeifCondBetaMultisynapse;
import org.baya.model.neuron.AeifCondExp;
import org.baya.model.neuron.AeifPscAlpha;
import org.baya.model.neuron.AeifPscExp;
import org.baya.model.neuron.Amat2PscExp;
import org.baya.model.neuron.GifCondExp;
import org.baya.model.neuron.GifPscExp;
import org.baya.model.neuron.GlifCond;
import org.baya.model.neuron.GlifPsc;
import org.baya.model.neuron.GlifPscDoubleAlpha;
import org.baya.model.neuron.HhCondExpTraub;
import org.baya.model.neuron.HhPscAlpha;
import org.baya.model.neuron.IafCondAlpha;
import org.baya.model.neuron.IafCondBeta;
import org.baya.model.neuron.IafCondExp;
import org.baya.model.neuron.IafPscAlpha;
import org.baya.model.neuron.IafPscAlphaMultisynapse;
import org.baya.model.neuron.IafPscDelta;
import org.baya.model.neuron.IafPscExp;
import org.baya.model.neuron.IafPscExpMultisynapse;
import org.baya.model.neuron.IgnoreAndFire;
import org.baya.model.neuron.Izhikevich;
import org.baya.model.neuron.Mat2PscExp;
import org.baya.model.neuron.ParrotNeuron;
import org.baya.model.neuron.PpPscDelta;
import org.baya.model.synapse.BernoulliSynapse;
import org.baya.model.synapse.QuantalStpSynapse;
import org.baya.model.synapse.StaticSynapse;
import org.baya.model.synapse.StaticSynapseHomW;
import org.baya.model.synapse.StdpDopamineSynapse;
import org.baya.model.synapse.StdpNnPreCenteredSynapse;
import org.baya.model.synapse.StdpNnRestrSynapse;
import org.baya.model.synapse.StdpNnSymmSynapse;
import org.baya.model.synapse.StdpPlSynapseHom;
import org.baya.model.synapse.StdpSynapse;
import org.baya.model.synapse.StdpTripletSynapse;
import org.baya.model.synapse.Tsodyks2Synapse;
import org.baya.model.synapse.TsodyksSynapse;
import org.baya.model.synapse.VogelsSprekelerSynapse;

/**
 * All models by name: the built-in ones and those that other jars offer through {@link
 * ServiceLoader}.
 */
public final class Catalog {
  private static final List<Model> BUILT_IN =
      List.of(
          new AeifCondAlpha(),
          new AeifCondAlphaMultisynapse(),
          new AeifCondBetaMultisynapse(),
          new AeifCondExp(),
          new AeifPscAlpha(),
          new AeifPscExp(),
          new GlifCond(),
          new Amat2PscExp(),
          new GifCondExp(),
          new GifPscExp(),
          new GlifPsc(),
          new GlifPscDoubleAlpha(),
          new HhCondExpTraub(),
          new HhPscAlpha(),
          new IafCondAlpha(),
          new IafCondBeta(),
          new IafCondExp(),
          new IafPscAlpha(),
          new IafPscAlphaMultisynapse(),
          new IafPscDelta(),
          new IafPscExp(),
          new IafPscExpMultisynapse(),
          new IgnoreAndFire(),
          new Izhikevich(),
          new Mat2PscExp(),
          new ParrotNeuron(),
          new PpPscDelta(),
          new AcGenerator(),
          new DcGenerator(),
          new GammaSupGenerator(),
          new InhomogeneousPoissonGenerator(),
          new MipGenerator(),
          new NoiseGenerator(),
          new PoissonGenerator(),
          new PulsepacketGenerator(),
          new SinusoidalPoissonGenerator(),
          new SpikeGenerator(),
          new SpikeTrainInjector(),
          new StepCurrentGenerator(),
          new VolumeTransmitter(),
          new BernoulliSynapse(),
          new QuantalStpSynapse(),
          new StaticSynapse(),
          new StaticSynapseHomW(),
          new StdpDopamineSynapse(),
          new StdpNnPreCenteredSynapse(),
          new StdpNnRestrSynapse(),
          new StdpNnSymmSynapse(),
          new StdpPlSynapseHom(),
          new StdpSynapse(),
          new StdpTripletSynapse(),
          new Tsodyks2Synapse(),
          new TsodyksSynapse(),
          new VogelsSprekelerSynapse());

  private static final List<ConnectionRule> BUILT_IN_RULES =
      List.of(
          new AllToAll(),
          new FixedIndegree(),
          new FixedOutdegree(),
          new FixedTotalNumber(),
          new OneToOne(),
          new PairwiseBernoulli(),
          new PairwisePoisson(),
          new SymmetricPairwiseBernoulli());

  private static final List<RecorderModel> BUILT_IN_RECORDERS =
      List.of(
          new CorrelationDetector(),
          new Multimeter(),
          new SpikeRecorder(),
          new Voltmeter(),
          new WeightRecorder());

  private final Map<String, Model> models;
  private final Map<String, ConnectionRule> rules;

  private Catalog(List<Model> models, List<ConnectionRule> rules) {
    this.models = byName(models);
    this.rules = byName(rules);
  }

  /** The built-in models and rules and those found on the class path. */
  public static Catalog standard() {
    List<Model> models = new ArrayList<>(BUILT_IN);
    ServiceLoader.load(Model.class).forEach(models::add);
    List<ConnectionRule> rules = new ArrayList<>(BUILT_IN_RULES);
    ServiceLoader.load(ConnectionRule.class).forEach(rules::add);
    return new Catalog(models, rules);
  }

  private static <T extends Model> Map<String, T> byName(List<T> all) {
    Map<String, T> map = new TreeMap<>();
    for (T entry : all) {
      if (map.put(entry.name(), entry) != null) {
        throw new InvalidInputException(entry.name(), "offered twice");
      }
    }
    return map;
  }

  /** All recorders, sorted by name. */
  public List<RecorderModel> recorders() {
    return BUILT_IN_RECORDERS;
  }

  /** All connection rules, sorted by name. */
  public List<ConnectionRule> rules() {
    return List.copyOf(rules.values());
  }

  /**
   * The connection rule of that name.
   *
   * @param place where the name was used, for the error message
   */
  public ConnectionRule rule(String name, String place) {
    ConnectionRule rule = rules.get(name);
    if (rule == null) {
      throw new InvalidInputException(
          place, "unknown rule '" + name + "'; " + Names.hint(name, rules.keySet()));
    }
    return rule;
  }

  /** All models, sorted by name. */
  public List<Model> models() {
    return List.copyOf(models.values());
  }

  /**
   * The model of that name.
   *
   * @param place where the name was used, for the error message
   */
  public Model model(String name, String place) {
    Model model = models.get(name);
    if (model == null) {
      throw new InvalidInputException(
          place, "unknown model '" + name + "'; " + Names.hint(name, models.keySet()));
    }
    return model;
  }
}
