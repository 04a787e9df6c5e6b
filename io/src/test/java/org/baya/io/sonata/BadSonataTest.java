package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.baya.build.NetworkBuilder;
import org.baya.build.NetworkPlan;
import org.baya.error.InvalidInputException;
import org.baya.io.experiment.Experiment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong is told in one line that names the file and the place in it. */
class BadSonataTest {
  @TempDir Path directory;

  private static Arguments bad(Consumer<SmallSonata> change, String... parts) {
    return Arguments.of(change, parts);
  }

  private static Consumer<SmallSonata> edit(String file, String from, String to) {
    return s -> s.edit(file, from, to);
  }

  static Stream<Arguments> configurations() {
    return Stream.of(
        bad(
            edit("simulation.json", "\"dt\": 0.1", "\"dt\": 0"),
            "simulation.json:3: run.dt: is 0.0 ms"),
        bad(
            edit("simulation.json", "\"dt\": 0.1", "\"Dt\": 0.1"),
            "simulation.json:3: run: needs 'dt'"),
        bad(
            edit("simulation.json", "100.0", "\"long\""),
            "run.tstop: is 'long'; allowed is a finite number"),
        bad(
            edit("simulation.json", "100.0", "100.05"),
            "run.tstop: is 100.05 ms; allowed is a multiple of dt"),
        bad(
            edit("simulation.json", "\"tstop\"", "\"tstart\": 5000, \"tstop\""),
            "run.tstart: is 5000.0 ms; allowed is less than the end"),
        bad(
            edit("simulation.json", "\"$BASE/circuit", "\"$BSAE/circuit"),
            "simulation.json:2: network: uses the variable 'BSAE', which the manifest does not have; did you mean 'BASE'?"),
        bad(edit("simulation.json", "\"${configdir}\"", "\"$OUT/x\""), "depends on itself"),
        bad(
            edit("simulation.json", "circuit.json", "circiut.json"),
            "simulation.json:2: network: no such file",
            "circiut.json"),
        bad(
            edit("simulation.json", "\"network\":", "\"network\" "),
            "simulation.json:",
            "not valid"),
        bad(
            edit("circuit.json", "cells.h5", "cell.h5"),
            "circuit.json:4: networks.nodes[0].nodes_file: no such file",
            "cell.h5"),
        bad(edit("circuit.json", "cell_types.csv", "types.csv"), "node_types_file: no such file"),
        bad(
            edit("circuit.json", "\"edges_file\": \"$NET/driving.h5\"", "\"edges_file\": 5"),
            "edges_file: no such file"),
        bad(edit("circuit.json", "\"edges\": [{", "\"edges\": {\"a\": ["), "not valid"),
        bad(
            edit("simulation.json", "\"membrane_report\"", "\"membrane\""),
            "reports.v.module: unknown module 'membrane'",
            "membrane_report"),
        bad(
            edit("simulation.json", "\"cells\": \"left\"", "\"cells\": \"lefft\""),
            "reports.v.cells: unknown node set 'lefft'; did you mean 'left'?"),
        bad(
            edit("simulation.json", "[0, 1, 2, 3]", "[0, 20]"),
            "node_sets.left.node_id[1]: node 20: population 'cells' has no such node; allowed is 0 to 19"),
        bad(
            edit(
                "simulation.json",
                "{\"population\": \"cells\", \"node_id\": [0, 1, 2, 3]}",
                "{\"populaton\": \"cells\"}"),
            "nodes have no attribute 'populaton'; did you mean 'population'?"),
        bad(
            edit(
                "simulation.json",
                "{\"population\": \"cells\", \"node_id\": [0, 1, 2, 3]}",
                "[\"left\"]"),
            "node set 'left' contains itself"),
        bad(
            edit(
                "simulation.json",
                "{\"population\": \"cells\", \"node_id\": [0, 1, 2, 3]}",
                "{\"pop_name\": \"nobody\"}"),
            "reports.v.cells: selects no node"),
        bad(
            edit("simulation.json", "\"node_set\": \"input\"", "\"node_set\": \"cells\""),
            "selects no virtual node"),
        bad(
            edit("simulation.json", "\"sonata\"", "\"hd5\""),
            "inputs.drive.module: unknown kind of file 'hd5'"),
        bad(
            edit("simulation.json", "\"spikes\", \"module\"", "\"voltage_clamp\", \"module\""),
            "unknown input 'voltage_clamp'"),
        bad(
            edit("simulation.json", "/spikes.h5", "/none.h5"),
            "inputs.drive.input_file: no such file"),
        bad(
            edit("simulation.json", "\"spikes.h5\"}", "\"../spikes.h5\"}"),
            "output.spikes_file: is ",
            "allowed is a file in the output directory"),
        bad(
            edit("simulation.json", "\"V_m\"", "[1, {}]"),
            "variable_name[1]: is a mapping; allowed is a text"));
  }

  static Stream<Arguments> nodes() {
    return Stream.of(
        bad(
            edit("cell_types.csv", "node_type_id", "type_id"),
            "cell_types.csv: no column 'node_type_id'"),
        bad(
            edit("cell_types.csv", "200 point", "200x point"),
            "cell_types.csv:node_type_id: row 1 is '200x'"),
        bad(edit("cell_types.csv", "200 point", "100 point"), "type 100 occurs twice"),
        bad(
            edit("cell_types.csv", "200 point", "300 point"),
            "cells.h5:/nodes/cells/node_type_id: row 3 is type 200, which",
            "does not have"),
        bad(edit("cell_types.csv", "slow", "slow 7"), "6 values in row 1"),
        bad(
            edit("cell_types.csv", "iaf_psc_exp i", "iaf_psc_expp i"),
            "cell_types.csv: type 200: model_template: unknown model 'iaf_psc_expp'; did you mean 'iaf_psc_exp'?"),
        bad(
            edit("cell_types.csv", "nest:iaf_psc_exp i", "nrn:Cell i"),
            "is 'nrn:Cell'; allowed is nest:MODEL"),
        bad(
            edit("cell_types.csv", "nest:iaf_psc_exp i", "NULL i"),
            "cell_types.csv: type 200: has no model_template"),
        bad(
            edit("cell_types.csv", "200 point_neuron", "200 biophysical"),
            "model_type: is 'biophysical'; allowed are virtual, point_neuron"),
        bad(
            edit("cell_types.csv", "i.json", "j.json"),
            "type 200: dynamics_params: no such file",
            "j.json"),
        bad(
            edit("models/i.json", "tau_m", "tau_mm"),
            "i.json:2: tau_mm: model iaf_psc_exp has no parameter 'tau_mm'; did you mean 'tau_m'?"),
        bad(
            edit("models/i.json", "20.0", "-20.0"),
            "i.json:2: tau_m: tau_m is -20.0; allowed is > 0"),
        bad(
            edit("models/i.json", "20.0", "[20.0, 1.0]"),
            "has 2 numbers; tau_m is a single number"),
        bad(
            edit("models/i.json", "20.0", "\"big\""),
            "i.json:2: tau_m: is 'big'; allowed is a finite number"),
        bad(edit("models/i.json", "{", ""), "i.json:"),
        bad(
            s -> s.cells.put("nodes/cells/node_id", SmallSonata.filled(20, 4)),
            "node_id: row 1: node 4 occurs twice"),
        bad(
            s -> s.cells.put("nodes/cells/node_id", new int[3]),
            "node_id: has the shape (3, 1); node_type_id has 20 rows"),
        bad(
            s -> s.cells.put("nodes/cells/node_group_index", SmallSonata.filled(20, 20)),
            "node_group_index: row 0 is 20",
            "has 20"),
        bad(
            s -> s.cells.put("nodes/cells/0/y", new double[7]),
            "has 7 rows; others of the group have 20"),
        bad(
            s -> s.cells.put("nodes/cells/0/dynamics_params/tau", new double[20]),
            "dynamics_params/tau: model iaf_psc_exp has no parameter 'tau'"),
        bad(
            s -> s.cells.put("nodes/cells/0/dynamics_params/tau_m", new double[20]),
            "dynamics_params/tau_m: row 0: tau_m is 0.0; allowed is > 0"),
        bad(
            s -> s.cells.remove("nodes/cells/node_type_id"),
            "cells.h5:/nodes/cells/node_type_id: there is no such object"),
        bad(
            s -> s.cells.put("nodes/cells/node_type_id", List.of("a", "b")),
            "node_type_id: holds"));
  }

  static Stream<Arguments> edges() {
    String root = "edges/cells_to_cells/";
    return Stream.of(
        bad(
            s -> s.recurrent.remove(root + "target_node_id"),
            "recurrent.h5:/edges/cells_to_cells/target_node_id: there is no such object"),
        bad(
            s -> s.recurrent.put(root + "target_node_id", new int[5]),
            "target_node_id: has 5 rows; source_node_id has 60"),
        bad(
            s -> s.recurrent.put(root + "source_node_id@node_population", "celles"),
            "belongs to population 'celles'; did you mean 'cells'?"),
        bad(
            s -> s.recurrent.remove(root + "source_node_id@node_population"),
            "has no attribute node_population, and there are several: cells, input"),
        bad(
            s -> s.recurrent.put(root + "target_node_id@node_population", "input"),
            "virtual nodes; they receive no input"),
        bad(
            edit("recurrent_types.csv", "2.5", "long"),
            "recurrent_types.csv: type 1: delay: is 'long'; allowed is a number"),
        bad(
            edit("recurrent_types.csv", "2.5 static_synapse NULL", "2.5 static_synapse s.json"),
            "type 1: dynamics_params: no such file"),
        bad(
            s ->
                s.edit("driving_types.csv", " syn_weight", "")
                    .edit("driving_types.csv", " 900.0", ""),
            "driving.h5:/edges/input_to_cells: has no syn_weight, nor has"),
        bad(
            s ->
                s.edit("driving_types.csv", "model_template", "weight_function")
                    .edit("driving_types.csv", "static_synapse", "mine"),
            "is 'mine', a Python function"));
  }

  @ParameterizedTest
  @MethodSource({"configurations", "nodes", "edges"})
  void shouldTellFileAndPlace(Consumer<SmallSonata> change, String... parts) throws IOException {
    SmallSonata network = new SmallSonata(directory);
    change.accept(network);
    InvalidInputException error =
        catchThrowableOfType(InvalidInputException.class, () -> network.load());
    assertThat(error).as(String.join(" ", parts)).isNotNull();
    assertThat(error.problems()).hasSize(1);
    assertThat(error.getMessage()).contains(parts);
  }

  static Stream<Arguments> foundWhenBuilding() {
    String root = "edges/cells_to_cells/";
    return Stream.of(
        bad(
            s -> ((int[]) s.recurrent.get(root + "target_node_id"))[7] = 20,
            "target_node_id: row 7"),
        bad(
            s -> ((int[]) s.recurrent.get(root + "edge_type_id"))[9] = 5,
            "edge_type_id: row 9 is type 5, which",
            "does not have"),
        bad(
            s -> ((int[]) s.recurrent.get(root + "edge_group_index"))[3] = 60,
            "row 3: index 60;",
            "has 60 rows"),
        bad(
            s -> ((int[]) s.recurrent.get(root + "edge_group_id"))[3] = 1,
            "edge_group_id: row 3 is group 1, which the file does not have"),
        bad(
            s -> s.recurrent.put(root + "0/syn_weight", new double[59]),
            "0/syn_weight: has 59 rows"),
        bad(
            s -> ((long[]) s.spikes.get("spikes/input/node_ids"))[2] = 10,
            "spikes/input/node_ids: row 2: node 10: population 'input' has no such node"),
        bad(
            s -> ((double[]) s.spikes.get("spikes/input/timestamps"))[2] = -1,
            "spike time -1.0 ms"),
        bad(s -> s.spikes.put("spikes/input/node_ids", new long[3]), "has 3 rows"),
        bad(
            s -> s.spikes.remove("spikes/input/timestamps"),
            "timestamps: there is no such object"));
  }

  @ParameterizedTest
  @MethodSource("foundWhenBuilding")
  void shouldTellFileAndPlaceOfEdgesAndSpikes(Consumer<SmallSonata> change, String... parts)
      throws IOException {
    SmallSonata network = new SmallSonata(directory);
    change.accept(network);
    Experiment experiment = network.load();
    InvalidInputException error =
        catchThrowableOfType(
            InvalidInputException.class, () -> NetworkBuilder.build(experiment.network(), 2));
    assertThat(error).as(String.join(" ", parts)).isNotNull();
    assertThat(error.getMessage()).contains(parts).hasLineCount(1);
  }

  @Test
  void shouldReportTheProblemsOfAllInputsAndReports() throws IOException {
    SmallSonata network = new SmallSonata(directory);
    network.edit("simulation.json", "\"node_set\": \"input\"", "\"node_set\": \"nobody\"");
    network.edit("simulation.json", "\"cells\": \"left\"", "\"cells\": \"right\"");
    InvalidInputException error =
        catchThrowableOfType(InvalidInputException.class, () -> network.load());
    assertThat(error.problems()).hasSize(2);
  }

  @Test
  void shouldPlanWithoutReadingValues() throws IOException {
    Experiment experiment = new SmallSonata(directory).load();
    NetworkPlan plan = NetworkPlan.of(experiment.network(), experiment.durationMs(), 2);
    assertThat(plan.projections()).hasSize(2);
  }

  @Test
  void shouldRefuseWhatIsNoHdf5() throws IOException {
    SmallSonata network = new SmallSonata(directory).write();
    Files.writeString(directory.resolve("recurrent.h5"), "edges");
    InvalidInputException error =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> SonataExperiment.load(network.config(), List.of(), true));
    assertThat(error.getMessage()).contains("recurrent.h5");
  }
}
