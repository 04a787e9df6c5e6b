package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;
import org.baya.network.Layer;
import org.baya.network.Masking;
import org.baya.network.Network;
import org.baya.network.Value;
import org.baya.space.AnchoredMask;
import org.baya.space.BoxMask;
import org.baya.space.CircularMask;
import org.baya.space.DifferenceMask;
import org.baya.space.DoughnutMask;
import org.baya.space.EllipsoidalMask;
import org.baya.space.EllipticalMask;
import org.baya.space.GridMask;
import org.baya.space.IntersectionMask;
import org.baya.space.Mask;
import org.baya.space.RectangularMask;
import org.baya.space.SphericalMask;
import org.baya.space.UnionMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Positions and masks as they are written. */
class SpaceInExperimentTest {
  private static final Mask DISC = new CircularMask(0.25);

  @TempDir Path directory;

  private Network load(String positions, String rule) throws IOException {
    String text =
        """
        duration: 1
        populations:
          n: {model: iaf_psc_exp, size: 4, positions: POSITIONS}
        projections:
          p: {from: n, to: n, RULE}
        """
            .replace("POSITIONS", positions)
            .replace("RULE", rule);
    return ExperimentFile.load(Files.writeString(directory.resolve("space.yaml"), text), List.of())
        .network();
  }

  private Masking masking(String rule) throws IOException {
    Network network = load("{shape: [2, 2]}", rule);
    return ((Connectivity.Rule) network.projections().getFirst().connectivity())
        .mask()
        .orElseThrow();
  }

  static Stream<Arguments> masks() {
    return Stream.of(
        Arguments.of("{circular: {radius: 0.25}}", DISC),
        Arguments.of(
            "{circular: {radius: 0.25}, anchor: [0.1, 0]}",
            new AnchoredMask(DISC, List.of(0.1, 0.0))),
        Arguments.of(
            "{doughnut: {inner_radius: 0.1, outer_radius: 0.2}}", new DoughnutMask(0.1, 0.2)),
        Arguments.of(
            "{rectangular: {lower_left: [-1, -2], upper_right: [3, 4], azimuth_angle: 30}}",
            new RectangularMask(List.of(-1.0, -2.0), List.of(3.0, 4.0), 30)),
        Arguments.of("{elliptical: {major_axis: 2, minor_axis: 1}}", new EllipticalMask(2, 1, 0)),
        Arguments.of("{spherical: {radius: 2}}", new SphericalMask(2)),
        Arguments.of(
            "{box: {lower_left: [-1, -1, -1], upper_right: [1, 1, 1], polar_angle: 10}}",
            new BoxMask(List.of(-1.0, -1.0, -1.0), List.of(1.0, 1.0, 1.0), 0, 10)),
        Arguments.of(
            "{ellipsoidal: {major_axis: 3, minor_axis: 2, polar_axis: 1, azimuth_angle: 5}}",
            new EllipsoidalMask(3, 2, 1, 5, 0)),
        Arguments.of("{grid: {shape: [3, 2]}}", new GridMask(List.of(3, 2), List.of(0, 0))),
        Arguments.of(
            "{grid: {shape: [3, 2]}, anchor: [1, -1]}",
            new GridMask(List.of(3, 2), List.of(-1, 1))),
        Arguments.of(
            "{grid: {shape: [3, 2], upper_left: [-1, 1]}}",
            new GridMask(List.of(3, 2), List.of(-1, 1))),
        Arguments.of(
            "{and: [{circular: {radius: 0.25}}, {circular: {radius: 1}}]}",
            new IntersectionMask(DISC, new CircularMask(1))),
        Arguments.of(
            "{minus: [{or: [{circular: {radius: 0.25}}, {circular: {radius: 1}}]}, {circular: {radius: 2}}], anchor: [1, 1]}",
            new AnchoredMask(
                new DifferenceMask(new UnionMask(DISC, new CircularMask(1)), new CircularMask(2)),
                List.of(1.0, 1.0))));
  }

  @ParameterizedTest
  @MethodSource("masks")
  void shouldReadEveryKindOfMask(String text, Mask mask) throws IOException {
    assertThat(masking("rule: fixed_indegree, indegree: 1, mask: " + text))
        .isEqualTo(Masking.of(mask));
  }

  @Test
  void shouldReadOnWhichSideTheMaskLies() throws IOException {
    assertThat(
            masking(
                "rule: pairwise_bernoulli, p: 0.5, mask: {circular: {radius: 0.25}}, use_on_source: true, allow_oversized_mask: true"))
        .isEqualTo(new Masking(DISC, true, true));
  }

  @Test
  void shouldReadLayers() throws IOException {
    String rule = "rule: one_to_one";
    assertThat(
            load("{shape: [2, 2], extent: [2, 3], center: [1, 0], edge_wrap: true}", rule)
                .populations()
                .getFirst()
                .positions())
        .contains(Layer.grid(List.of(2, 2), List.of(2.0, 3.0), List.of(1.0, 0.0), true));
    Layer.Free free =
        (Layer.Free)
            load("{x: [0, 1, 2, 3], y: 0.5, z: 'uniform(0, 1)', extent: [8, 2, 2]}", rule)
                .populations()
                .getFirst()
                .positions()
                .orElseThrow();
    assertThat(free.coordinates().keySet()).containsExactly("x", "y", "z");
    assertThat(free.coordinates().get("x")).isInstanceOf(Value.Data.class);
    assertThat(free.coordinates().get("y")).isEqualTo(Value.of(0.5));
    assertThat(free.coordinates().get("z")).isEqualTo(Value.formula("uniform(0, 1)"));
    assertThat(free.extent().orElseThrow().center()).containsExactly(0.0, 0.0, 0.0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{circular: {radius: 0}} | space.yaml:5: projections.p.mask.circular: radius = 0.0; allowed is a number above 0",
        "{circular: {radios: 1}} | space.yaml:5: projections.p.mask.circular.radios: unknown key; did you mean 'radius'?",
        "{circular: {}} | space.yaml:5: projections.p.mask.circular: needs 'radius': a number",
        "{circle: {radius: 1}} | space.yaml:5: projections.p.mask: needs one kind of mask, one of and, box, circular, doughnut, ellipsoidal, elliptical, grid, minus, or, rectangular, spherical",
        "{circular: {radius: 1}, anchor: [1]} | space.yaml:5: projections.p.mask.anchor: anchor = [1.0]; allowed are 2 finite numbers",
        "{and: [{circular: {radius: 1}}]} | space.yaml:5: projections.p.mask.and: needs a list of two or more masks",
        "{or: [{circular: {radius: 1}}, {spherical: {radius: 1}}]} | space.yaml:5: projections.p.mask.or[1]: combines a 2-D and a 3-D mask; allowed are masks of one dimension",
        "{grid: {shape: [1.5, 2]}} | space.yaml:5: projections.p.mask.grid.shape: is [1.5, 2.0]; allowed are whole numbers",
        "{rectangular: {lower_left: [1, 1], upper_right: [0, 2]}} | space.yaml:5: projections.p.mask.rectangular: lower_left = [1.0, 1.0]; allowed is below upper_right = [0.0, 2.0] along every axis",
        "3 | space.yaml:5: projections.p.mask: is '3'; allowed is a mapping (key: value)"
      })
  void shouldSayWhatIsWrongWithAMask(String mask, String line) {
    assertThat(problems("{shape: [2, 2]}", "rule: fixed_indegree, indegree: 1, mask: " + mask))
        .contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{shape: [2]} | populations.n.positions: shape: [2]; allowed are 2 or 3 whole numbers, at least 1",
        "{shape: [2, 2], extent: [1, -1]} | populations.n.positions: extent: [1.0, -1.0]; allowed are numbers above 0",
        "{shape: [2, 2], edge_wrap: 3} | populations.n.positions.edge_wrap: is '3'; allowed is true or false",
        "{y: [1, 2]} | populations.n.positions: needs 'shape' for a grid, or 'x': positions [um], and y and z for more dimensions",
        "{x: [1, 2], edge_wrap: true} | populations.n.positions: positions: edge_wrap needs extent: the lengths that are closed to a ring",
        "{x: [1, 2], extent: [1, 1]} | populations.n.positions: extent: [1.0, 1.0]; allowed is one number for each of [x]",
        "{shape: [2, 2], extend: [1, 1]} | populations.n.positions.extend: unknown key; did you mean 'extent'?"
      })
  void shouldSayWhatIsWrongWithALayer(String positions, String message) {
    assertThat(problems(positions, "rule: one_to_one")).contains("space.yaml:3: " + message);
  }

  private List<String> problems(String positions, String rule) {
    return catchThrowableOfType(InvalidInputException.class, () -> load(positions, rule))
        .problems();
  }
}
