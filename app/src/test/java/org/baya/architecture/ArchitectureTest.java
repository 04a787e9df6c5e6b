package org.baya.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.foreign.Arena;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of ARCHITECTURE.md, over the classes of all modules; a failure says where to go. */
class ArchitectureTest {
  private static final JavaClasses BAYA =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.baya");

  @Test
  void shouldSeeTheClassesOfAllModules() {
    assertThat(BAYA.contain("org.baya.error.InvalidInputException")).isTrue();
    assertThat(BAYA.contain("org.baya.app.cli.Baya")).isTrue();
  }

  @Test
  void shouldUseOnlyLowerRowsOfTheLayerTable() {
    check(
        classes()
            .should(useLowerRowsOnly())
            .because("nobody imports upward: move the code, or pass the value down from above"));
  }

  @Test
  void shouldHaveNoCyclesBetweenPackages() {
    check(slices().matching("org.baya.(**)").should().beFreeOfCycles());
  }

  @Test
  void shouldKeepConcreteModelsAndRulesOutOfTheEngine() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.baya.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.baya.model.neuron..",
                "org.baya.model.synapse..",
                "org.baya.model.device..",
                "org.baya.connect.rule..",
                "org.baya.catalog..")
            .because("the engine runs every model and rule through its SPI"));
  }

  @Test
  void shouldKeepNetworksOutOfTheCodecs() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "org.baya.io.file..",
                "org.baya.io.text..",
                "org.baya.io.yaml..",
                "org.baya.io.npy..",
                "org.baya.io.hdf5..",
                "org.baya.io.sparse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "org.baya.network..",
                "org.baya.build..",
                "org.baya.engine..",
                "org.baya.model..",
                "org.baya.connect..",
                "org.baya.catalog..")
            .because(
                "codecs know bytes and columns; what knows neurons goes to io.experiment, io.sonata or io.v1"));
  }

  @Test
  void shouldUseForeignMemoryInArrayOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.baya.array..")
            .should()
            .dependOnClassesThat(
                describe(
                    "are java.lang.foreign (Arena, a mere lifetime, excepted)",
                    c ->
                        c.getPackageName().equals("java.lang.foreign")
                            && !c.isEquivalentTo(Arena.class)))
            .because(
                "memory is mapped and read through the columns and regions of org.baya.array"));
  }

  @Test
  void shouldUseTheVectorApiInKernelOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.baya.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.incubator.vector..")
            .because("a kernel is an interface in org.baya.kernel with a plain and a vector twin"));
  }

  @Test
  void shouldUseNoStreamsInKernels() {
    check(
        noClasses()
            .that()
            .resideInAPackage("org.baya.kernel..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.stream..")
            .because("streams allocate: write the loop"));
  }

  @Test
  void shouldEndTheProcessInTheCommandLineOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.baya.app.cli..")
            .should()
            .callMethod(System.class, "exit", int.class)
            .because("a library throws InvalidInputException or SimulationException"));
  }

  @Test
  void shouldPrintInTheAppOnly() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("org.baya.app..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("a library returns results and logs through System.Logger"));
  }

  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(BAYA);
  }

  private static ArchCondition<JavaClass> useLowerRowsOnly() {
    return new ArchCondition<>("use lower rows of LayerTable only") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        Optional<Integer> row = LayerTable.row(origin.getPackageName());
        if (row.isEmpty()) {
          String message =
              origin.getPackageName() + " has no row: add it to LayerTable and ARCHITECTURE.md";
          events.add(SimpleConditionEvent.violated(origin, message));
          return;
        }
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          if (LayerTable.row(dependency.getTargetClass().getPackageName()).orElse(0) > row.get()) {
            events.add(
                SimpleConditionEvent.violated(
                    dependency, "upward: " + dependency.getDescription()));
          }
        }
      }
    };
  }
}
