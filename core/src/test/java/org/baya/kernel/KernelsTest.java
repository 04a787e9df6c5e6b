package org.baya.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.baya.catalog.Catalog;
import org.baya.model.Dynamics;
import org.baya.model.NeuronModel;
import org.baya.model.RandomParameters;
import org.junit.jupiter.api.Test;

class KernelsTest {
  @Test
  void shouldUseTheVectorApiThatTheJvmWasStartedWith() {
    assertThat(ModuleLayer.boot().findModule("jdk.incubator.vector")).isPresent();
    assertThat(Kernels.vectorApi()).isTrue();
  }

  @Test
  void shouldTakeThePlainKernelForAFewUpdatesOnly() {
    NeuronModel model =
        Catalog.standard().models().stream()
            .filter(NeuronModel.class::isInstance)
            .map(NeuronModel.class::cast)
            .filter(neuron -> neuron.name().equals("iaf_psc_exp"))
            .findFirst()
            .orElseThrow();
    Dynamics dynamics =
        RandomParameters.shapes(model, new SplittableRandom(1)).keySet().iterator().next();
    assertThat(Kernels.fastest(dynamics)).isNotSameAs(Kernels.plain());
    assertThat(Kernels.forUpdates(dynamics, 1000)).isSameAs(Kernels.plain());
    assertThat(Kernels.forUpdates(dynamics, 1L << 32)).isSameAs(Kernels.fastest(dynamics));
  }
}
