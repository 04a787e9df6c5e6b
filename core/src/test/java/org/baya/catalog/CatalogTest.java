package org.baya.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baya.connect.ConnectionRule;
import org.baya.error.InvalidInputException;
import org.baya.model.Model;
import org.junit.jupiter.api.Test;

class CatalogTest {

  /** A model or rule that exists but is not listed cannot be used by anyone. */
  @Test
  void shouldListEveryModelAndRule() throws Exception {
    List<Class<?>> listed = new ArrayList<>();
    Catalog.standard().models().forEach(model -> listed.add(model.getClass()));
    Catalog.standard().recorders().forEach(recorder -> listed.add(recorder.getClass()));
    Catalog.standard().rules().forEach(rule -> listed.add(rule.getClass()));
    assertThat(concreteModels()).hasSizeGreaterThan(8).containsExactlyInAnyOrderElementsOf(listed);
  }

  /** All classes of the main output that can be made and are models or rules. */
  private static List<Class<?>> concreteModels() throws Exception {
    Path root = classes();
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        String path =
            root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        Class<?> type =
            Class.forName(
                path.substring(0, path.length() - ".class".length()),
                false,
                CatalogTest.class.getClassLoader());
        if (Model.class.isAssignableFrom(type)
            && !Modifier.isAbstract(type.getModifiers())
            && !type.isInterface()) {
          found.add(type);
        }
      }
    }
    return found;
  }

  private static Path classes() throws URISyntaxException {
    return Path.of(Catalog.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  @Test
  void shouldFindByName() {
    Catalog catalog = Catalog.standard();
    catalog
        .models()
        .forEach(model ->
            assertThat(catalog.model(model.name(), "here").name()).isEqualTo(model.name()));
    catalog
        .rules()
        .forEach(
            rule -> assertThat(catalog.rule(rule.name(), "here").name()).isEqualTo(rule.name()));
    assertThat(catalog.models().stream().map(Model::name)).isSorted();
    assertThat(catalog.rules().stream().map(ConnectionRule::name)).isSorted();
  }

  @Test
  void shouldSuggestTheNearestNameForAnUnknownOne() {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Catalog.standard().model("glif_pcs", "populations.v1.model"))
        .withMessage("populations.v1.model: unknown model 'glif_pcs'; did you mean 'glif_psc'?");
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> Catalog.standard().rule("fixed_indegre", "projections.p.rule"))
        .withMessage(
            "projections.p.rule: unknown rule 'fixed_indegre'; did you mean 'fixed_indegree'?");
  }
}
