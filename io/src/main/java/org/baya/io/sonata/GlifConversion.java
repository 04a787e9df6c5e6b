package org.baya.io.sonata;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.baya.error.InvalidInputException;

/**
 * The generalised leaky integrate-and-fire models of the Allen Cell Types Database as parameters of
 * {@code glif_psc}. Their JSON files use SI units and potentials relative to {@code El_reference};
 * optimised coefficients stand beside the fitted values they multiply.
 *
 * <pre>
 * V_th   = (coeffs.th_inf th_inf + El_reference) 1e3      mV
 * E_L    = (El + El_reference) 1e3, also V_m              mV
 * g      = coeffs.G / R_input 1e9                         nS
 * C_m    = coeffs.C C 1e12                                pF
 * t_ref  = spike_cut_length dt 1e3                        ms
 * without r: V_reset = El_reference 1e3                   mV
 * r:     th_spike_add = a_spike 1e3, th_spike_decay = b_spike 1e-3,
 *        voltage_reset_fraction = a, voltage_reset_add = b 1e3
 * asc:   asc_init = init_AScurrents 1e12, asc_decay = 1e-3 / asc_tau_array,
 *        asc_amps = coeffs.asc_amp_array asc_amp_array 1e12; with r: asc_r = 1
 * a:     th_voltage_index = coeffs.a a_voltage 1e-3, th_voltage_decay = coeffs.b b_voltage 1e-3
 * </pre>
 *
 * <p>The five variants are those of Teeter et al. 2018 (doi:10.1038/s41467-017-02717-4); the
 * mapping and the time constants of the four synaptic ports are BMTK's.
 */
final class GlifConversion {
  private static final String PREFIX = "glif_lif";
  private static final Set<String> VARIANTS =
      Set.of(
          "glif_lif_psc",
          "glif_lif_r_psc",
          "glif_lif_asc_psc",
          "glif_lif_r_asc_psc",
          "glif_lif_r_asc_a_psc");
  private static final double[] PORTS_MS = {5.5, 8.5, 2.8, 5.8};

  private final JsonValue cell;
  private final JsonValue coeffs;
  private final Map<String, double[]> out = new LinkedHashMap<>();

  private GlifConversion(JsonValue cell) {
    this.cell = cell;
    this.coeffs = cell.require("coeffs", "the optimised coefficients of the model");
  }

  /** Whether a model template names one of the variants. */
  static boolean serves(String model) {
    return model.startsWith(PREFIX) && VARIANTS.contains(model);
  }

  /**
   * Parameters of {@code glif_psc}. A file that is in its units already is taken as it is, but for
   * the switches, which the variant sets.
   *
   * @param model one of the variants
   */
  static Map<String, double[]> parameters(String model, JsonValue cell) {
    Map<String, double[]> parameters =
        cell.find("coeffs").isPresent()
            ? new GlifConversion(cell).convert(model)
            : ParameterFile.parameters(cell);
    boolean r = model.contains("_r_");
    boolean asc = model.contains("_asc_");
    boolean a = model.contains("_a_");
    parameters.put("spike_dependent_threshold", new double[] {r ? 1 : 0});
    parameters.put("after_spike_currents", new double[] {asc ? 1 : 0});
    parameters.put("adapting_threshold", new double[] {a ? 1 : 0});
    return parameters;
  }

  private Map<String, double[]> convert(String model) {
    boolean r = model.contains("_r_");
    double reference = number("El_reference") * 1e3;
    double restingMv = number("El") * 1e3 + reference;
    put("V_m", restingMv);
    put("V_th", coefficient("th_inf") * number("th_inf") * 1e3 + reference);
    put("g", coefficient("G") / positive("R_input") * 1e9);
    put("E_L", restingMv);
    put("C_m", coefficient("C") * number("C") * 1e12);
    put("t_ref", number("spike_cut_length") * number("dt") * 1e3);
    if (r) {
      reset();
    } else {
      put("V_reset", reference);
    }
    if (model.contains("_asc_")) {
      currents(r);
    }
    if (model.contains("_a_")) {
      JsonValue threshold = method("threshold_dynamics_method");
      put(
          "th_voltage_index",
          threshold.require("a_voltage", "a rate [1/s]").number() * coefficient("a") * 1e-3);
      put(
          "th_voltage_decay",
          threshold.require("b_voltage", "a rate [1/s]").number() * coefficient("b") * 1e-3);
    }
    out.put("tau_syn", PORTS_MS.clone());
    return out;
  }

  private void reset() {
    JsonValue threshold = method("threshold_dynamics_method");
    JsonValue reset = method("voltage_reset_method");
    put("th_spike_add", threshold.require("a_spike", "a voltage [V]").number() * 1e3);
    put("th_spike_decay", threshold.require("b_spike", "a rate [1/s]").number() * 1e-3);
    put("voltage_reset_fraction", reset.require("a", "a factor").number());
    put("voltage_reset_add", reset.require("b", "a voltage [V]").number() * 1e3);
  }

  private void currents(boolean r) {
    double[] initial = list("init_AScurrents");
    double[] taus = list("asc_tau_array");
    JsonValue amplitudes = cell.require("asc_amp_array", "amplitudes [A]");
    double[] amps = amplitudes.numbers();
    double[] factors = coeffs.require("asc_amp_array", "one per current").numbers();
    if (taus.length != amps.length
        || factors.length != amps.length
        || initial.length != amps.length) {
      throw amplitudes.wrong(
          "has "
              + amps.length
              + " currents, init_AScurrents "
              + initial.length
              + ", asc_tau_array "
              + taus.length
              + " and coeffs.asc_amp_array "
              + factors.length
              + "; one number is needed");
    }
    double[] rates = new double[taus.length];
    double[] fractions = new double[taus.length];
    for (int i = 0; i < taus.length; i++) {
      initial[i] *= 1e12;
      rates[i] = 1.0 / taus[i] * 1e-3;
      amps[i] = amps[i] * factors[i] * 1e12;
      fractions[i] = 1;
    }
    out.put("asc_init", initial);
    out.put("asc_decay", rates);
    out.put("asc_amps", amps);
    if (r) {
      out.put("asc_r", fractions);
    }
  }

  private JsonValue method(String name) {
    return cell.require(name, "its 'params' have the numbers of this variant")
        .require("params", "numbers by name");
  }

  private double number(String name) {
    return cell.require(name, "a number of the cell's model").number();
  }

  private double positive(String name) {
    double value = number(name);
    if (value <= 0) {
      throw new InvalidInputException(
          cell.require(name, "").where(), "is " + value + "; allowed is a number above 0");
    }
    return value;
  }

  private double[] list(String name) {
    return cell.require(name, "one number per after-spike current").numbers();
  }

  private double coefficient(String name) {
    return coeffs.require(name, "a factor").number();
  }

  private void put(String name, double value) {
    out.put(name, new double[] {value});
  }
}
