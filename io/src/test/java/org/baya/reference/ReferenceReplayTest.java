package org.baya.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.baya.catalog.Catalog;
import org.baya.model.Model;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reference case of NEST 3.9 whose models are in the catalogue, trace by trace and spike by
 * spike.
 */
final class ReferenceReplayTest {

  static Stream<ReferenceCase> cases() {
    Set<String> models =
        Catalog.standard().models().stream().map(Model::name).collect(Collectors.toSet());
    List<ReferenceCase> known =
        ReferenceCase.all().stream()
            .filter(c ->
                c.nodes().stream().allMatch(node -> models.contains((String) node.get("model"))))
            .filter(c ->
                c.connections().stream().allMatch(connection -> !connection.containsKey("synapse")))
            .toList();
    assertThat(known).hasSizeGreaterThanOrEqualTo(30);
    return known.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldAnswerAsNestAnswers(ReferenceCase reference) {
    ReferenceReplay replay = new ReferenceReplay(reference);
    replay.run(1);
    reference
        .spikes()
        .forEach((name, answer) -> {
          Map<String, Object> spikes = ReferenceCase.map(answer);
          assertThat(replay.times(name))
              .as("spike times of %s", name)
              .isEqualTo(ReferenceCase.numbers(spikes.get("times")));
          assertThat(replay.senders(name))
              .as("senders of %s", name)
              .isEqualTo(ints(spikes.get("senders")));
        });
    reference
        .traces()
        .forEach((name, answer) -> compare(reference, replay, name, ReferenceCase.map(answer)));
  }

  private static void compare(
      ReferenceCase reference, ReferenceReplay replay, String name, Map<String, Object> answer) {
    double[] times = ReferenceCase.numbers(answer.get("times"));
    List<?> variables = (List<?>) reference.record().get(name);
    for (int v = 0; v < variables.size(); v++) {
      double[] expected = ReferenceCase.numbers(answer.get(variables.get(v)));
      assertThat(replay.deviation(name, v, expected, times))
          .as("%s of %s", variables.get(v), name)
          .isLessThanOrEqualTo(reference.tolerance());
    }
  }

  private static int[] ints(Object value) {
    double[] numbers = ReferenceCase.numbers(value);
    int[] result = new int[numbers.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) numbers[i];
    }
    return result;
  }
}
