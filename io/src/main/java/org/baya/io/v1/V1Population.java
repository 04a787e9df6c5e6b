package org.baya.io.v1;

/**
 * One of the 21 populations: a cell class of one layer.
 *
 * @param name for example {@code e23Cux2} or {@code i4Pvalb}: {@code e} or {@code i}, layer, marker
 *     gene
 * @param excitatory whether its cells excite
 * @param coreCount number of cells within {@value V1Settings#CORE_RADIUS_UM} um
 * @param topUm depth of its upper border [um]
 * @param bottomUm depth of its lower border [um]
 * @param lgnProbability probability that a cell has thalamic input
 * @param lgnSynapses number of thalamic synapses of a cell that has any
 * @param lgnWeightPa weight of such a synapse [pA], before the gain
 * @param backgroundWeightPa weight of a background synapse [pA], before the gain
 * @param backgroundSynapses number of background synapses of a cell
 */
public record V1Population(
    String name,
    boolean excitatory,
    int coreCount,
    double topUm,
    double bottomUm,
    double lgnProbability,
    int lgnSynapses,
    double lgnWeightPa,
    double backgroundWeightPa,
    int backgroundSynapses) {

  /**
   * The name under which {@code connection_classes.csv} lists it: {@code e2}, {@code i2P}, {@code
   * i4S}, ...
   */
  String connectionClass() {
    if (excitatory) {
      return name.substring(0, 2);
    }
    return name.startsWith("i23") ? "i2" + name.charAt(3) : name.substring(0, 3);
  }

  /**
   * The receptor port, from 1, on which its cells receive LGN and background: that of excitation.
   */
  int drivePort() {
    return excitatory ? 1 : 3;
  }
}
