package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.baya.network.Projection;
import org.baya.network.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One network in the many layouts that the format allows gives the same spikes. */
class SonataLayoutsTest {
  private static final String EDGES = "edges/cells_to_cells/";

  @TempDir Path directory;
  private SmallSonata plain;
  private SmallSonata other;
  private List<String> expected;

  @BeforeEach
  void runThePlainNetwork() throws IOException {
    plain = new SmallSonata(directory.resolve("plain"));
    Files.createDirectories(directory.resolve("plain"));
    Files.createDirectories(directory.resolve("other"));
    expected = plain.run();
    other = new SmallSonata(directory.resolve("other"));
    assertThat(expected).hasSizeGreaterThan(30);
  }

  private void expectTheSame() throws IOException {
    assertThat(other.run()).isEqualTo(expected);
  }

  @Test
  void shouldFollowNodeIdsThatAreNotRows() throws IOException {
    int[] ids = new int[SmallSonata.CELLS];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = 1000 - 3 * i;
    }
    other.cells.put("nodes/cells/node_id", ids);
    for (var edges : List.of(other.recurrent, other.driving)) {
      edges.replaceAll((path, value) ->
          path.endsWith("target_node_id") || path.equals(EDGES + "source_node_id")
              ? renamed((int[]) value, ids)
              : value);
    }
    other.edit("simulation.json", "[0, 1, 2, 3]", "[1000, 997]");
    List<String> renamed = new ArrayList<>();
    for (String spike : expected) {
      String[] parts = spike.split(" ", -1);
      renamed.add(
          SonataSpikes.text(Long.parseLong(parts[0]), parts[1], ids[Integer.parseInt(parts[2])]));
    }
    Collections.sort(renamed);
    assertThat(other.run()).isEqualTo(renamed);
  }

  private static int[] renamed(int[] nodes, int[] ids) {
    int[] out = new int[nodes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = ids[nodes[i]];
    }
    return out;
  }

  @Test
  void shouldReadEdgesOfSeveralGroupsInAnyOrder() throws IOException {
    int n = SmallSonata.EDGES;
    double[] weights = (double[]) other.recurrent.remove(EDGES + "0/syn_weight");
    int[] counts = (int[]) other.recurrent.remove(EDGES + "0/nsyns");
    int[] group = new int[n];
    int[] row = new int[n];
    double[] even = new double[n / 2];
    double[] odd = new double[n / 2];
    int[] evenCounts = new int[n / 2];
    int[] oddCounts = new int[n / 2];
    for (int i = 0; i < n; i++) {
      group[i] = 3 + i % 2;
      row[i] = n / 2 - 1 - i / 2;
      (i % 2 == 0 ? even : odd)[row[i]] = weights[i];
      (i % 2 == 0 ? evenCounts : oddCounts)[row[i]] = counts[i];
    }
    other.recurrent.put(EDGES + "edge_group_id", group);
    other.recurrent.put(EDGES + "edge_group_index", row);
    other.recurrent.put(EDGES + "3/syn_weight", even);
    other.recurrent.put(EDGES + "4/syn_weight", odd);
    other.recurrent.put(EDGES + "3/nsyns", evenCounts);
    other.recurrent.put(EDGES + "4/nsyns", oddCounts);
    expectTheSame();
  }

  @Test
  void shouldTakeFromTheTypeWhatAGroupDoesNotHave() throws IOException {
    int n = SmallSonata.EDGES;
    int[] types = (int[]) other.recurrent.get(EDGES + "edge_type_id");
    double[] delays = new double[n / 2];
    int[] group = new int[n];
    int[] row = new int[n];
    for (int i = 0; i < n; i++) {
      group[i] = i < n / 2 ? 0 : 1;
      row[i] = i % (n / 2);
      if (i < n / 2) {
        delays[i] = types[i] == 0 ? 1.5 : 2.5;
      }
    }
    double[] weights = (double[]) other.recurrent.remove(EDGES + "0/syn_weight");
    int[] counts = (int[]) other.recurrent.remove(EDGES + "0/nsyns");
    for (int part = 0; part < 2; part++) {
      other.recurrent.put(
          EDGES + part + "/syn_weight",
          Arrays.copyOfRange(weights, part * n / 2, (part + 1) * n / 2));
      other.recurrent.put(
          EDGES + part + "/nsyns", Arrays.copyOfRange(counts, part * n / 2, (part + 1) * n / 2));
    }
    other.recurrent.put(EDGES + "edge_group_id", group);
    other.recurrent.put(EDGES + "edge_group_index", row);
    other.recurrent.put(EDGES + "0/delay", delays);
    expectTheSame();
  }

  @Test
  void shouldPreferValuesInTheFileToThoseOfTheType() throws IOException {
    int[] types = (int[]) other.recurrent.get(EDGES + "edge_type_id");
    double[] delays = new double[types.length];
    for (int i = 0; i < delays.length; i++) {
      delays[i] = types[i] == 0 ? 1.5 : 2.5;
    }
    other.recurrent.put(EDGES + "0/delay", delays);
    other
        .edit("recurrent_types.csv", "* 1.5 ", "* 7.7 ")
        .edit("recurrent_types.csv", "* 2.5 ", "* 8.8 ");
    expectTheSame();
  }

  @Test
  void shouldPreferParametersInTheNodesFileToThoseOfTheType() throws IOException {
    int[] types = (int[]) other.cells.get("nodes/cells/node_type_id");
    double[] taus = new double[types.length];
    for (int i = 0; i < taus.length; i++) {
      taus[i] = types[i] == 100 ? 10 : 20;
    }
    other.cells.put("nodes/cells/0/dynamics_params/tau_m", taus);
    other.edit("models/e.json", "10.0", "33.0");
    expectTheSame();
  }

  @Test
  void shouldDoWithoutOptionalDatasets() throws IOException {
    other.cells.keySet().removeIf(path -> path.contains("group") || path.endsWith("node_id"));
    for (var edges : List.of(other.recurrent, other.driving)) {
      edges.keySet().removeIf(path -> path.contains("edge_group"));
    }
    expectTheSame();
  }

  @Test
  void shouldReadSeveralPopulationsOfOneFile() throws IOException {
    other.cells.putAll(other.inputs);
    other.recurrent.putAll(other.driving);
    other.edit(
        "circuit.json",
        ",\n             {\"nodes_file\": \"$NET/inputs.h5\", \"node_types_file\": \"$NET/input_types.csv\"}",
        "");
    other.edit(
        "circuit.json",
        ",\n             {\"edges_file\": \"$NET/driving.h5\", \"edge_types_file\": \"$NET/driving_types.csv\"}",
        "");
    other.edit("cell_types.csv", "slow\n", "slow\n1 virtual NULL NULL NULL\n");
    other.edit(
        "recurrent_types.csv",
        "delay model_template dynamics_params\n",
        "delay model_template dynamics_params syn_weight\n");
    other.edit("recurrent_types.csv", "1.5 static_synapse NULL", "1.5 static_synapse NULL NULL");
    other.edit(
        "recurrent_types.csv",
        "2.5 static_synapse NULL",
        "2.5 static_synapse NULL NULL\n5 * * NULL NULL NULL 900.0");
    other.recurrent.put(
        "edges/input_to_cells/edge_type_id", SmallSonata.filled(SmallSonata.EDGES, 5));
    expectTheSame();
  }

  @Test
  void shouldSplitAPopulationOfTwoModels() throws IOException {
    plain.edit("models/i.json", "\"V_th\": -62.0", "\"V_th\": 1000.0");
    List<String> others = plain.run();
    other.edit("cell_types.csv", "iaf_psc_exp i.json", "iaf_psc_alpha i.json");
    other.edit("models/i.json", "\"V_th\": -62.0", "\"V_th\": 1000.0");
    assertThat(other.load().network().populations().stream().map(p -> p.name()))
        .containsExactly("cells_iaf_psc_exp", "cells_iaf_psc_alpha", "input");
    assertThat(other.run()).isEqualTo(others).hasSizeGreaterThan(30);
  }

  @Test
  void shouldReadSpikesInEveryLayout() throws IOException {
    long[] nodes = (long[]) other.spikes.remove("spikes/input/node_ids");
    double[] times = (double[]) other.spikes.remove("spikes/input/timestamps");
    other.spikes.put("spikes/gids", nodes);
    other.spikes.put("spikes/timestamps", times);
    expectTheSame();

    StringBuilder csv = new StringBuilder("timestamps population node_ids\n3.0 other 4\n");
    for (int i = 0; i < nodes.length; i++) {
      csv.append(times[i]).append(" input ").append(nodes[i]).append('\n');
    }
    other.texts.put("spikes.csv", csv.toString());
    other
        .edit("simulation.json", "\"sonata\"", "\"csv\"")
        .edit("simulation.json", "spikes.h5\", \"node_set\"", "spikes.csv\", \"node_set\"");
    expectTheSame();

    StringBuilder lists = new StringBuilder("gid spike-times\n");
    for (int node = 0; node < SmallSonata.INPUTS; node++) {
      StringBuilder train = new StringBuilder();
      for (int i = node; i < nodes.length; i += SmallSonata.INPUTS) {
        train.append(train.isEmpty() ? "" : ",").append(times[i]);
      }
      lists.append(node).append(" \"").append(train).append("\"\n");
    }
    other.texts.put("spikes.csv", lists.toString());
    expectTheSame();

    other.spikes.clear();
    for (int node = 0; node < SmallSonata.INPUTS; node++) {
      double[] train = new double[nodes.length / SmallSonata.INPUTS];
      for (int i = 0; i < train.length; i++) {
        train[i] = times[node + i * SmallSonata.INPUTS];
      }
      other.spikes.put("processing/trial_7/spike_train/" + node + "/data", train);
    }
    other
        .edit("simulation.json", "\"csv\"", "\"nwb\", \"trial\": \"trial_7\"")
        .edit("simulation.json", "spikes.csv", "spikes.h5");
    expectTheSame();
  }

  @Test
  void shouldConvertSpikesInSeconds() throws IOException {
    double[] times = (double[]) other.spikes.get("spikes/input/timestamps");
    other.spikes.put("spikes/input/timestamps", Arrays.stream(times).map(t -> t / 1000).toArray());
    other.spikes.put("spikes/input/timestamps@units", "seconds");
    expectTheSame();
  }

  @Test
  void shouldMultiplyWeightsByTheNumberOfSynapsesUnlessTold() throws IOException {
    double[] weights = (double[]) other.recurrent.get(EDGES + "0/syn_weight");
    int[] counts = (int[]) other.recurrent.remove(EDGES + "0/nsyns");
    double[] ignored = weights.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= counts[i];
    }
    expectTheSame();
    other.recurrent.put(EDGES + "0/syn_weight", ignored);
    List<String> single = other.run();
    plain.write();
    assertThat(SonataSpikes.of(SonataExperiment.load(plain.config(), List.of(), false), 1))
        .isEqualTo(single)
        .isNotEqualTo(expected);
  }

  @Test
  void shouldTakeOneMillisecondForADelayThatNobodyTells() throws IOException {
    other.edit("driving_types.csv", " delay", "").edit("driving_types.csv", " 1.0", "");
    expectTheSame();
  }

  @Test
  void shouldGiveOneNumberWhereAllTypesAgree() throws IOException {
    Projection driving = plain.load().network().projections().get(1);
    assertThat(driving.synapse().get("weight")).isEqualTo(Value.of(900.0));
    assertThat(driving.synapse().get("delay")).isEqualTo(Value.of(1.0));
  }

  @Test
  void shouldLeaveOutVirtualNodesWithoutInput() throws IOException {
    other.edit("simulation.json", "\"input_type\"", "\"enabled\": false, \"input_type\"");
    assertThat(other.run()).isEmpty();
    assertThat(other.load().network().projections()).hasSize(1);
  }

  @Test
  void shouldApplySettings() throws IOException {
    assertThat(plain.load("run.tstop=50", "run.dt=0.05").durationMs()).isEqualTo(50);
    assertThat(plain.load("run.dt=0.05").network().resolutionMs()).isEqualTo(0.05);
    assertThat(plain.load("components.synaptic_models_dir=.").network().projections()).hasSize(2);
  }
}
