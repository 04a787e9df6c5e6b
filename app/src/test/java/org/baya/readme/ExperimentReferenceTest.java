package org.baya.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.baya.array.ElementType;
import org.baya.build.NetworkPlan;
import org.baya.catalog.Catalog;
import org.baya.connect.ConnectionRule;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.baya.io.experiment.Setting;
import org.baya.io.file.Elements;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpyWriter;
import org.baya.io.npy.NpzWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of docs/experiment.md loads beside data of its layout and passes the checks of a
 * build.
 */
class ExperimentReferenceTest {
  private static final String PAGE = "docs/experiment.md";

  /** What the examples of parts leave to the reader. */
  private static final String POPULATIONS =
      """
      populations:
        cells:
          model: glif_psc
          types: {file: net.h5, ids: cells/type, table: cells/types, rename: {k: asc_decay}}
          parameters: {tau_syn: [2.0, 4.0]}
          positions: {file: net.h5, x: cells/x, y: cells/y}
        input: {model: spike_train_injector, size: 3, spikes: {ids: [0, 0, 2], times: [5.0, 20.0, 20.0]}}
      """;

  @TempDir Path directory;

  static Stream<String> examples() throws IOException {
    return Page.of(PAGE).blocks("yaml").stream();
  }

  @BeforeEach
  void writeFiles() throws IOException {
    Hdf5Tree tree = new Hdf5Tree();
    for (String name : List.of("cells/type", "cells/x", "cells/y")) {
      tree.dataset("/" + name, ElementType.FLOAT64, 4);
    }
    for (String name : List.of("source", "target", "weight", "port")) {
      tree.dataset("/net/" + name, ElementType.FLOAT64, 2);
    }
    tree.dataset("/cells/types/C_m", ElementType.FLOAT64, 2)
        .dataset("/cells/types/k", ElementType.FLOAT64, 2, 2);
    try (Hdf5Writer writer = Hdf5Writer.create(directory.resolve("net.h5"), tree)) {
      writer.dataset("/cells/types/C_m").write(0, Elements.of(100.0, 200.0));
      writer.dataset("/cells/types/k").write(0, Elements.of(0.1, 0.2, 0.1, 0.2));
      writer.commit();
    }
    write("rows.npy", 4, 0, 1, 0.5, 1.5);
    write("source.npy", 1, 0, 1);
    write("target.npy", 1, 1, 0);
    write("ids.npy", 1, 1, 3);
    write("dense.npy", 3, new double[12]);
    Files.writeString(directory.resolve("edges.csv"), "source,target,weight\n0,1,0.5\n1,2,0.25\n");
    try (NpzWriter archive = NpzWriter.create(directory.resolve("net.npz"))) {
      for (String name : List.of("s", "t")) {
        archive.begin(name, ElementType.INT32, 2, 1);
        archive.append(Elements.of(0, 1));
      }
      archive.commit();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldPassAllChecks(String example) throws IOException {
    Experiment experiment = ExperimentFile.load(write(whole(example)), List.of());
    assertThat(NetworkPlan.of(experiment.network(), experiment.durationMs(), 1).populations())
        .isNotEmpty();
  }

  @Test
  void shouldNameEveryRuleWithItsParameters() throws IOException {
    String page = Page.of(PAGE).text();
    for (ConnectionRule rule : Catalog.standard().rules()) {
      assertThat(page).contains("`" + rule.name() + "`");
      rule.parameters()
          .forEach(parameter -> assertThat(page).contains("`" + parameter.name() + "`"));
    }
  }

  @Test
  void shouldApplyTheSettingsOfTheCommandLine() throws IOException {
    Path file = write(whole(Page.of(PAGE).blocks("yaml").getFirst()));
    List<Setting> settings =
        Stream.of(
                "projections.drive.weight=0",
                "record.V_m={of: i, ids: [0], every: 1.0}",
                "record.spikes.of=i")
            .map(Setting::set)
            .toList();
    Experiment experiment = ExperimentFile.load(file, settings);
    assertThat(experiment.network().recordings())
        .allSatisfy(recording -> assertThat(recording.population()).isEqualTo("i"));
  }

  private static String whole(String example) {
    List<String> parts = new ArrayList<>();
    if (!example.contains("duration:")) {
      parts.add("duration: 100\n");
    }
    if (!example.contains("populations:")) {
      parts.add(POPULATIONS);
    }
    parts.add(example);
    return String.join("", parts);
  }

  private Path write(String yaml) throws IOException {
    return Files.writeString(directory.resolve("example.yaml"), yaml);
  }

  private void write(String name, int width, double... values) {
    try (NpyWriter writer = NpyWriter.create(directory.resolve(name), ElementType.FLOAT64, width)) {
      writer.append(Elements.of(values));
      writer.commit();
    }
  }
}
