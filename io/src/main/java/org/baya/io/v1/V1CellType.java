package org.baya.io.v1;

/**
 * One of the 111 GLIF3 types, in NEST's units.
 *
 * @param id node type id of the published model
 * @param population index of its population
 * @param fullCount number of cells in the model of 230,924 cells; tells its share of the population
 * @param vThMv threshold {@code V_th} [mV]
 * @param gNs leak conductance {@code g} [nS]
 * @param eLMv resting potential {@code E_L} [mV]
 * @param cMPf capacitance {@code C_m} [pF]
 * @param vResetMv reset potential {@code V_reset} [mV]
 * @param tRefMs refractory period {@code t_ref} [ms]
 * @param decay1PerMs decay rate of the first after-spike current [1/ms]
 * @param decay2PerMs decay rate of the second after-spike current [1/ms]
 * @param amplitude1Pa amplitude of the first after-spike current [pA]
 * @param amplitude2Pa amplitude of the second after-spike current [pA]
 * @param tauSyn1Ms time constant of receptor port 1 [ms]
 * @param tauSyn2Ms time constant of receptor port 2 [ms]
 * @param tauSyn3Ms time constant of receptor port 3 [ms]
 * @param tauSyn4Ms time constant of receptor port 4 [ms]
 */
public record V1CellType(
    String id,
    int population,
    int fullCount,
    double vThMv,
    double gNs,
    double eLMv,
    double cMPf,
    double vResetMv,
    double tRefMs,
    double decay1PerMs,
    double decay2PerMs,
    double amplitude1Pa,
    double amplitude2Pa,
    double tauSyn1Ms,
    double tauSyn2Ms,
    double tauSyn3Ms,
    double tauSyn4Ms) {

  /**
   * What weights in files are divided by [mV]: {@code V_th - E_L}, both rounded to float as the
   * files hold them.
   */
  double voltageScaleMv() {
    return (double) (float) vThMv - (double) (float) eLMv;
  }
}
