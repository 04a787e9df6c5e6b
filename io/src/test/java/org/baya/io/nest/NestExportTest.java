package org.baya.io.nest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.baya.catalog.Catalog;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.experiment.Setting;
import org.baya.io.file.ForeignPython;
import org.baya.io.npy.NpyFile;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.model.SynapseModel;
import org.baya.reference.V1SmallTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Exported networks, built by a strict stand-in for PyNEST ({@code nest.py}) that computes the
 * fingerprint from what it was told to connect.
 */
final class NestExportTest {
  @TempDir Path directory;

  private Experiment experiment(String yaml) throws IOException {
    Path file = directory.resolve("experiment.yaml");
    Files.writeString(file, yaml);
    return ExperimentFile.load(file, List.of());
  }

  private List<String> checkExported(Experiment experiment) throws IOException {
    Path out = directory.resolve("nest");
    NestNetworkWriter.write(experiment, out, 2);
    return run(out);
  }

  private List<String> runExported(Experiment experiment) throws IOException {
    Files.createDirectories(directory.resolve("nest"));
    Files.createFile(directory.resolve("nest/simulate"));
    return checkExported(experiment);
  }

  /** Runs it with the stand-in, which Python finds beside it. */
  private static List<String> run(Path out) throws IOException {
    try (InputStream standIn = NestExportTest.class.getResourceAsStream("nest.py")) {
      Files.copy(standIn, out.resolve("nest.py"));
    }
    return ForeignPython.lines(NestExportTest.class, "run_export.py", out, "numpy");
  }

  private String script() throws IOException {
    return Files.readString(directory.resolve("nest/run_nest.py"));
  }

  @Test
  void shouldMakeTheSameNetworkOfV1InWholeArrays() throws IOException {
    try (InputStream in = V1SmallTest.class.getResourceAsStream("v1_small.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, directory.resolve(entry.getName()));
      }
    }
    Files.copy(Path.of("..", "examples", "v1", "v1.yaml"), directory.resolve("v1.yaml"));

    List<String> lines =
        checkExported(ExperimentFile.load(directory.resolve("v1.yaml"), List.of()));

    assertThat(lines).containsExactly("0 the same network");
  }

  @Test
  void shouldMakeTheSameNetworkOfSynapsesThatAreNotStoredHere() throws IOException {
    Experiment experiment =
        experiment(
            """
            duration: 10
            populations:
              e: {model: iaf_psc_exp, size: 30}
            projections:
              e: {from: e, to: e, rule: pairwise_bernoulli, p: 0.3, weight: 'normal(0, 3)', store: procedural}
            """);

    assertThat(checkExported(experiment)).first().isEqualTo("0 the same network");
    assertThat(script()).contains("port=\"sign\"").doesNotContain("expected_edges=0");
  }

  @Test
  void shouldMakeTheSameNetworkOfTheExamples() throws IOException {
    Experiment experiment =
        ExperimentFile.load(
            Path.of("..", "examples", "microcircuit", "microcircuit.yaml"),
            List.of(Setting.set("scale=0.02")));

    assertThat(checkExported(experiment)).first().isEqualTo("0 the same network");
  }

  /** One population of each neuron model and stimulator, one projection of each synapse model. */
  @Test
  void shouldCarryEveryModelOfTheCatalogue() throws IOException {
    StringBuilder populations = new StringBuilder("duration: 10\npopulations:\n");
    StringBuilder projections = new StringBuilder("projections:\n");
    StringBuilder spikes = new StringBuilder();
    for (Model model : Catalog.standard().models()) {
      String name = model.name();
      if (model instanceof SynapseModel) {
        String transmitter =
            name.equals("stdp_dopamine_synapse") ? ", volume_transmitter: volume_transmitter" : "";
        projections.append(
            "  S-%s: {from: iaf_psc_exp, to: iaf_psc_alpha, rule: all_to_all, synapse: {model: %s%s}}\n"
                .formatted(name, name, transmitter));
      } else {
        int size = model instanceof NeuronModel ? 3 : 1;
        populations.append("  %s: {model: %s, size: %d}\n".formatted(name, name, size));
        if (model instanceof NeuronModel) {
          spikes.append(spikes.isEmpty() ? "" : ", ").append(name);
        }
        String target = name.equals("volume_transmitter") ? name : "iaf_psc_exp";
        String source = name.equals("volume_transmitter") ? "iaf_psc_exp" : name;
        projections.append(
            "  D-%s: {from: %s, to: %s, rule: all_to_all}\n".formatted(name, source, target));
        if (model instanceof NeuronModel) {
          projections.append(
              "  N-%s: {from: iaf_psc_exp, to: %s, rule: all_to_all, weight: -2.5, delay: 'uniform(1, 3)'}\n"
                  .formatted(name, name));
        }
      }
    }
    String yaml = populations.toString() + projections + "record: {spikes: {of: [" + spikes + "]}}";

    List<String> lines = runExported(experiment(yaml));

    assertThat(lines).startsWith("0 the same network", "0");
  }

  @Test
  void shouldCarryWhatDiffersBetweenNodesAndSynapsesAndWhatIsRecorded() throws IOException {
    Experiment experiment =
        experiment(
            """
            duration: 50
            resolution: 0.5
            populations:
              in: {model: spike_generator, size: 3, spikes: {ids: [0, 0, 2], times: [5.2, 20.0, 20.0], weights: [1, 2, 3]}}
              tide: {model: sinusoidal_poisson_generator, size: 1, parameters: {rate: 8.0, individual_spike_trains: false}}
              dc: {model: dc_generator, size: 1, parameters: {amplitude: 3.5, start: 2.0}}
              steps: {model: step_current_generator, size: 1, parameters: {amplitude_times: [1.0, 7.0], amplitude_values: [2.0, 0.0]}}
              gamma: {model: gamma_sup_generator, size: 1, parameters: {rate: 2.0, n_proc: 7, gamma_shape: 3}}
              cells:
                model: iaf_psc_exp_multisynapse
                size: 4
                types: {ids: [0, 1, 1, 0], columns: {tau_m: [10.0, 20.0], V_reset: [-54.0, -70.0], V_th: [-50.0, -55.0]}}
                parameters: {tau_syn: [1.0, 2.0, 3.0], V_m: 'uniform(-70, -60)', tau_minus: 33.0}
              parrots: {model: parrot_neuron, size: 2}
              transmitter: {model: volume_transmitter, size: 1}
              glif:
                model: glif_psc
                size: 2
                parameters: {after_spike_currents: true, asc_init: [1.0, 2.0, 3.0], asc_decay: [0.1, 0.2, 0.3], asc_amps: [1.0, 1.0, 1.0], asc_r: [1.0, 1.0, 1.0]}
            projections:
              given: {from: in, to: cells, rule: all_to_all, weight: 'normal(2, 0.1)', receptor: 3}
              repeat: {from: cells, to: parrots, rule: all_to_all, weight: 7.0}
              currents: {from: dc, to: cells, rule: all_to_all, weight: 2.0}
              stairs: {from: steps, to: glif, rule: all_to_all}
              tidal: {from: tide, to: cells, rule: all_to_all, receptor: 2}
              many: {from: gamma, to: cells, rule: all_to_all}
              told: {from: parrots, to: transmitter, rule: all_to_all}
              learn:
                from: cells
                to: cells
                rule: all_to_all
                weight: -4.0
                delay: 'uniform(1, 3)'
                synapse: {model: stdp_synapse, Wmax: -100.0, lambda: 'uniform(0.01, 0.02)', alpha: 1.1}
              reward:
                from: cells
                to: glif
                rule: all_to_all
                weight: 5.0
                synapse: {model: stdp_dopamine_synapse, volume_transmitter: transmitter, tau_c: 500.0}
              fixed: {from: cells, to: glif, rule: all_to_all, weight: 2.5, synapse: {model: static_synapse_hom_w}}
            record:
              spikes: [{of: cells, ids: [2, 0], start: 5, stop: 40}, {of: in}]
              multimeter: {of: cells, ids: [1], record_from: [V_m, I_syn_2], interval: 2.0, offset: 1.0}
              I: {of: [dc, steps], every: 0.5}
              correlation_detector: {of: [cells, parrots], delta_tau: 1.5, tau_max: 15, Tstart: 2}
              weights: {of: learn}
              final_weights: {of: reward}
            """);

    List<String> lines = runExported(experiment);

    assertThat(lines)
        .startsWith("0 the same network", "0")
        .contains(
            "nest_correlation cells_parrots/count_histogram 5",
            "nest_final_weights reward/weight 8",
            "nest_spikes cells/timestamps 2",
            "nest_spikes in/node_ids 3",
            "nest_state cells/I_syn_2 1",
            "nest_state dc/I 1",
            "nest_state cells/V_m 1");
    assertThat(script())
        .contains(
            "nest.CopyModel(\"sinusoidal_poisson_generator\", \"tide_generator\", {\"individual_spike_trains\": False})",
            "record_state(\"steps\", [\"I\"], 1.0, interval=0.5)",
            "record_spikes(\"cells\", 1.0, chosen=[0, 2], start=5.0, stop=40.0)",
            "\"n_proc\": 7",
            "\"tau_minus\": 33.0",
            "\"ASCurrents\": [1.0, 2.0, 3.0]");
    assertThat(values("nodes/in/spike_times")).containsExactly(5.5, 20.0, 20.0);
    assertThat(values("nodes/in/spike_weights")).containsExactly(1, 2, 3);
    assertThat(values("nodes/cells/V_th")).containsExactly(-50, -55, -55, -50);
  }

  private double[] values(String array) {
    try (Arena arena = Arena.ofConfined()) {
      Path file = directory.resolve("nest/arrays").resolve(array + ".npy");
      return NpyFile.open(file).column(arena).toDoubles();
    }
  }

  @Test
  void shouldTellWhatNestCannotDo() throws IOException {
    refuse(
        """
        duration: 10
        populations:
          c: {model: glif_psc, size: 2, types: {ids: [0, 1], columns: {after_spike_currents: [0, 1]}}}
        """,
        "populations.c.after_spike_currents: differs between nodes of one population;"
            + " make a population of each kind for NEST");
    refuse(
        """
        duration: 10
        populations: {c: {model: iaf_psc_exp, size: 2}}
        projections: {p: {from: c, to: c, rule: all_to_all, synapse: {model: stdp_nn_pre_centered_synapse, Kplus: 1.0}}}
        """,
        "projections.p.Kplus: is not 0; NEST's stdp_nn_pre_centered_synapse cannot start from"
            + " another value");
    refuse(
        """
        duration: 10
        populations: {c: {model: mat2_psc_exp, size: 2}}
        record: {I_syn_ex: {of: c}}
        """,
        "record.I_syn_ex: NEST's mat2_psc_exp cannot record I_syn_ex");
  }

  private void refuse(String yaml, String message) throws IOException {
    Experiment experiment = experiment(yaml);
    assertThatThrownBy(() -> NestNetworkWriter.write(experiment, directory.resolve("nest"), 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(message);
  }

  @Test
  void shouldNoticeAnotherNetwork() throws IOException {
    Experiment experiment =
        experiment(
            """
            duration: 10
            populations: {c: {model: iaf_psc_exp, size: 3}}
            projections: {p: {from: c, to: c, rule: all_to_all, weight: 'uniform(1, 2)'}}
            """);
    Path out = directory.resolve("nest");
    NestNetworkWriter.write(experiment, out, 1);
    String changed = script().replace("\"delay\": 1.0", "\"delay\": 1.1");
    assertThat(changed).isNotEqualTo(script());
    Files.writeString(out.resolve("run_nest.py"), changed);

    assertThat(run(out)).first().isEqualTo("1 NOT the same network");
  }
}
