package org.baya.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorModuleTest {
  @Test
  void shouldLeaveTheModuleAloneWhenTheJvmWasStartedWithIt() {
    assertThat(VectorModule.present()).isTrue();

    VectorModule.load();

    assertThat(VectorModule.present()).isTrue();
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
  }
}
