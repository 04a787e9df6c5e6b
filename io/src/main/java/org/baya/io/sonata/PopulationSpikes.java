package org.baya.io.sonata;

/** The spikes of one population as files have them, in their order. */
public interface PopulationSpikes {

  /** The population's name. */
  String population();

  /** Number of spikes. */
  int count();

  /** The time of spike {@code i} [ms]. */
  double timeMs(int i);

  /** The number of the node of spike {@code i}. */
  long node(int i);
}
