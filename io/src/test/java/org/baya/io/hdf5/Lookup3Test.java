package org.baya.io.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Lookup3Test {

  /** The answers are in the self-test of Bob Jenkins' lookup3.c, driver5. */
  @Test
  void shouldGiveTheKnownAnswers() {
    byte[] text = "Four score and seven years ago".getBytes(StandardCharsets.US_ASCII);
    assertThat(Lookup3.hash(text, 30)).isEqualTo(0x17770551);
    assertThat(Lookup3.hash(text, 0)).isEqualTo(0xdeadbeef);
  }
}
