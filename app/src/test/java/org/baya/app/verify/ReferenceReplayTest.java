package org.baya.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.baya.io.reference.CaseFiles;
import org.baya.io.reference.CaseFiles.CaseFile;
import org.baya.io.reference.ReferenceCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every reference case of NEST 3.9, trace by trace and spike by spike. */
final class ReferenceReplayTest {
  private static final Verification VERIFICATION = new Verification(1);

  static List<CaseFile> cases() throws URISyntaxException {
    return CaseFiles.find(
        List.of(
            Path.of(
                Objects.requireNonNull(ReferenceReplayTest.class.getResource("single.zip"))
                    .toURI())));
  }

  @Test
  void shouldHaveAllCases() throws URISyntaxException {
    assertThat(cases()).hasSize(83);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void shouldAnswerAsNestAnswers(CaseFile file) {
    ReferenceCase reference = file.read();
    Verdict verdict = VERIFICATION.verify(reference);
    assertThat(verdict.remarks()).isEmpty();
    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.PASSED);
    assertThat(verdict.spikes()).isEqualTo(verdict.spikesExpected());
  }
}
