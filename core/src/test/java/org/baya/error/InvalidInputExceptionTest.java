package org.baya.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvalidInputExceptionTest {

  @Test
  void shouldKeepEachProblemOnOneLine() {
    InvalidInputException error =
        InvalidInputException.of(List.of("a: first\n  line", "b: second"));
    assertThat(error.problems()).containsExactly("a: first line", "b: second");
    assertThat(error).hasMessage("a: first line\nb: second");
  }

  @Test
  void shouldPutThePlaceFirst() {
    assertThat(new InvalidInputException("v1.h5:/sources", "has no rows"))
        .hasMessage("v1.h5:/sources: has no rows");
  }

  @Test
  void shouldNotBeMadeWithoutAProblem() {
    assertThatIllegalArgumentException().isThrownBy(() -> InvalidInputException.of(List.of()));
  }
}
