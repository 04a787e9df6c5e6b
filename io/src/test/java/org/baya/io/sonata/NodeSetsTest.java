package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.baya.network.Recording;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Which nodes a node set means. Cells 3, 7, 11, 15, 19 of twenty are slow; x is ten times the id.
 */
class NodeSetsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"left\"                                                  | 0 1 2 3",
        "{\"population\": \"cells\", \"node_id\": 5}               | 5",
        "{\"population\": \"cells\", \"node_ids\": [7, 2]}         | 2 7",
        "{\"pop_name\": \"slow\", \"population\": [\"cells\"]}     | 3 7 11 15 19",
        "{\"pop_name\": [\"slow\", \"fast ones\"], \"node_id\": [3, 4]} | 3 4",
        "{\"node_type_id\": 200, \"x\": {\"$gt\": 100}}            | 11 15 19",
        "{\"x\": {\"$gte\": 20, \"$lt\": 50}}                      | 2 3 4",
        "{\"pop_name\": {\"$regex\": \"fast.*\"}, \"x\": {\"$lte\": 20}} | 0 1 2",
        "{\"x\": [10, 40]}                                         | 1 4",
        "[\"left\", \"some\"]                                      | 0 1 2 3 9",
        "\"both\"                                                  | 0 1 2 3 9",
        "[4, 6]                                                    | 4 6",
        "\"all\"                                                   | all",
        "\"cells\"                                                 | all"
      })
  void shouldSelectNodes(String set, String expected) throws IOException {
    SmallSonata network = new SmallSonata(directory);
    network.edit("simulation.json", "\"cells\": \"left\"", "\"cells\": " + set);
    network.edit(
        "simulation.json",
        "\"node_sets\": {",
        "\"node_sets_file\": \"$BASE/sets.json\", \"node_sets\": {");
    network.texts.put(
        "sets.json",
        "{\"some\": {\"population\": \"cells\", \"node_id\": 9}, \"both\": [\"left\", \"some\"]}");
    Recording.Samples samples = (Recording.Samples) network.load().network().recordings().getLast();
    List<Long> ids = samples.ids().orElseThrow();
    if (expected.equals("all")) {
      assertThat(ids).hasSize(SmallSonata.CELLS);
    } else {
      assertThat(ids.stream().map(String::valueOf).toList()).containsExactly(expected.split(" "));
    }
  }
}
