package org.baya.io.nest;

import java.util.Set;
import org.baya.error.InvalidInputException;
import org.baya.model.Model;

/** The models of the catalogue that NEST 3.9 has too, under the same names. */
final class NestModels {
  private static final Set<String> KNOWN =
      Set.of(
          "ac_generator",
          "aeif_cond_alpha",
          "aeif_cond_alpha_multisynapse",
          "aeif_cond_beta_multisynapse",
          "aeif_cond_exp",
          "aeif_psc_alpha",
          "aeif_psc_exp",
          "amat2_psc_exp",
          "bernoulli_synapse",
          "dc_generator",
          "gamma_sup_generator",
          "gif_cond_exp",
          "gif_psc_exp",
          "glif_cond",
          "glif_psc",
          "glif_psc_double_alpha",
          "hh_cond_exp_traub",
          "hh_psc_alpha",
          "iaf_cond_alpha",
          "iaf_cond_beta",
          "iaf_cond_exp",
          "iaf_psc_alpha",
          "iaf_psc_alpha_multisynapse",
          "iaf_psc_delta",
          "iaf_psc_exp",
          "iaf_psc_exp_multisynapse",
          "ignore_and_fire",
          "inhomogeneous_poisson_generator",
          "izhikevich",
          "mat2_psc_exp",
          "mip_generator",
          "noise_generator",
          "parrot_neuron",
          "poisson_generator",
          "pp_psc_delta",
          "pulsepacket_generator",
          "quantal_stp_synapse",
          "sinusoidal_poisson_generator",
          "spike_generator",
          "spike_train_injector",
          "static_synapse",
          "static_synapse_hom_w",
          "stdp_dopamine_synapse",
          "stdp_nn_pre_centered_synapse",
          "stdp_nn_restr_synapse",
          "stdp_nn_symm_synapse",
          "stdp_pl_synapse_hom",
          "stdp_synapse",
          "stdp_triplet_synapse",
          "step_current_generator",
          "tsodyks2_synapse",
          "tsodyks_synapse",
          "vogels_sprekeler_synapse",
          "volume_transmitter");

  private NestModels() {}

  /**
   * Fails if NEST lacks a model.
   *
   * @param place where it is used
   */
  static void require(Model model, String place) {
    if (!KNOWN.contains(model.name())) {
      throw new InvalidInputException(place, model.name() + " is no model of NEST 3.9");
    }
  }
}
