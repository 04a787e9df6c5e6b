package org.baya.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.Test;

class BadMaskTest {

  @Test
  void shouldSayWhichNumberIsWrongAndWhatIsAllowed() {
    Map<String, ThrowingCallable> wrong =
        Map.of(
            "circular: radius = 0.0; allowed is a number above 0",
            () -> new CircularMask(0),
            "spherical: radius = NaN; allowed is a number above 0",
            () -> new SphericalMask(Double.NaN),
            "doughnut: inner_radius = 2.0; allowed is at most outer_radius = 1.0",
            () -> new DoughnutMask(2, 1),
            "elliptical: minor_axis = 2.0; allowed is at most major_axis = 1.0",
            () -> new EllipticalMask(1, 2, 0),
            "ellipsoidal: polar_axis = -1.0; allowed is a number above 0",
            () -> new EllipsoidalMask(2, 1, -1, 0, 0),
            "rectangular: lower_left = [0.0, 1.0]; allowed is below upper_right = [1.0, 0.5] along every axis",
            () -> new RectangularMask(List.of(0.0, 1.0), List.of(1.0, 0.5), 0),
            "box: upper_right = [1.0, 1.0]; allowed are 3 finite numbers",
            () -> new BoxMask(List.of(0.0, 0.0, 0.0), List.of(1.0, 1.0), 0, 0),
            "grid: shape = [0, 1]; allowed are 2 or 3 whole numbers, at least 1",
            () -> new GridMask(List.of(0, 1), List.of(0, 0)),
            "grid: needs a grid layer; the nodes to choose from do not lie on a grid",
            () -> new GridMask(List.of(1, 1), List.of(0, 0)).region(Optional.empty()),
            "mask: combines a 2-D and a 3-D mask; allowed are masks of one dimension",
            () -> new UnionMask(new CircularMask(1), new SphericalMask(1)));
    wrong.forEach((message, call) ->
        assertThat(catchThrowable(call))
            .isInstanceOf(InvalidInputException.class)
            .hasMessage(message));
    assertThat(catchThrowable(() -> new AnchoredMask(new CircularMask(1), List.of(1.0))))
        .hasMessage("mask: anchor = [1.0]; allowed are 2 finite numbers");
  }
}
