package org.baya.io.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.array.ElementType;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.file.ForeignPython;
import org.baya.io.hdf5.Hdf5Tree;
import org.baya.io.hdf5.Hdf5Writer;
import org.baya.io.npy.NpzWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpikeConversionTest {
  private static final String TEXT =
      """
      timestamps population node_ids
      0.30000000000000004 b 7
      2.5 b 0
      2.5 b 9000000000
      1.0 a 3
      """;

  @TempDir Path directory;

  /** From text to one kind, on to another, and back: the same text. */
  @ParameterizedTest
  @CsvSource({"h5, npz", "npz, h5", "h5, csv", "npz, csv"})
  void shouldKeepSpikesOverAnyWay(String first, String second) throws IOException {
    Path text = Files.writeString(directory.resolve("spikes.csv"), TEXT);
    Path one = directory.resolve("one." + first);
    Path two = directory.resolve("two." + second);
    Path back = directory.resolve("back.csv");

    assertThat(SpikeConversion.convert(text, one)).isEqualTo(4);
    SpikeConversion.convert(one, two);
    SpikeConversion.convert(two, back);

    assertThat(Files.readAllLines(back)).containsExactlyInAnyOrderElementsOf(TEXT.lines().toList());
  }

  @Test
  void shouldSortByTimeThenNode() throws IOException {
    Path from =
        Files.writeString(
            directory.resolve("spikes.csv"), "timestamps node_ids\n5 1\n2 9\n5 0\n0.1 4\n");
    Path to = directory.resolve("sorted.csv");

    SpikeConversion.convert(from, to);

    assertThat(Files.readAllLines(to))
        .containsExactly(
            "timestamps population node_ids",
            "0.1 nodes 4",
            "2.0 nodes 9",
            "5.0 nodes 0",
            "5.0 nodes 1");
  }

  @Test
  void shouldReadNwbAndSeconds() throws IOException {
    Path nwb = directory.resolve("units.nwb");
    Hdf5Tree tree =
        new Hdf5Tree().dataset("/processing/trial_0/spike_train/12/data", ElementType.FLOAT64, 2);
    try (Hdf5Writer writer = Hdf5Writer.create(nwb, tree)) {
      writer.dataset("/processing/trial_0/spike_train/12/data").write(0, Elements.of(3.5, 1.5));
      writer.commit();
    }
    Path to = directory.resolve("spikes.csv");

    SpikeConversion.convert(nwb, to);

    assertThat(Files.readAllLines(to)).endsWith("1.5 trial_0 12", "3.5 trial_0 12");
  }

  @Test
  void shouldWriteArraysThatNumPyReads() throws IOException {
    Path text = Files.writeString(directory.resolve("spikes.csv"), TEXT);
    Path archive = directory.resolve("spikes.npz");
    SpikeConversion.convert(text, archive);

    assertThat(ForeignPython.lines(SpikeConversionTest.class, "read_npz.py", archive, "numpy"))
        .isEqualTo(
            List.of(
                "a/node_ids int64 [3]",
                "a/timestamps float64 [1.0]",
                "b/node_ids int64 [7, 0, 9000000000]",
                "b/timestamps float64 [0.30000000000000004, 2.5, 2.5]"));
  }

  @Test
  void shouldRefuseWhatHoldsNoSpikes() throws IOException {
    Path archive = directory.resolve("other.npz");
    try (NpzWriter writer = NpzWriter.create(archive)) {
      writer.begin("cells/times", ElementType.FLOAT64, 1, 1);
      writer.append(Elements.of(1.0));
      writer.commit();
    }
    Path to = directory.resolve("to.h5");
    Path endless = Files.writeString(directory.resolve("nan.csv"), "timestamps node_ids\nNaN 1\n");

    refuse(archive, to, "cells/timestamps: there is no such array");
    refuse(endless, to, "spike 0 is at NaN ms; allowed are finite times");
    refuse(endless, directory.resolve("to.nwb"), "spikes can be written as .h5, .csv or .npz");
    refuse(directory.resolve("none.h5"), to, "cannot be read: no such file");
    assertThat(to).doesNotExist();
  }

  private static void refuse(Path from, Path to, String message) {
    assertThatThrownBy(() -> SpikeConversion.convert(from, to))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
