package org.baya.model;

/** The values of the synapses of one table, each an array indexed by synapse. */
public interface SynapseColumns {

  /** Weights; a dynamics may modify them. */
  double[] weights();

  /** The state variable that starts from this parameter; a dynamics modifies it. */
  double[] state(Parameter initial);

  /** A parameter that stays as it is. */
  SynapseValue value(Parameter parameter);

  /** Random numbers of the synapses. */
  SynapseDraws draws();

  /** Spikes that reached the volume transmitter; for models that are modulated. */
  VolumeSpikes volumeSpikes();
}
