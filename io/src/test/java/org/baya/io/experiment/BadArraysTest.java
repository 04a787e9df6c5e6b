package org.baya.io.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.baya.error.InvalidInputException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrays that are wrong, each told in one line. */
class BadArraysTest {
  @TempDir private static Path directory;
  private static ArrayForms forms;

  @BeforeAll
  static void unpack() throws IOException {
    forms = new ArrayForms(directory);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          cube.npz                  | cube.npz:shape: has 3 dimensions; allowed are two
          complex.npz               | complex.npz:data: holds elements of NumPy type '<c16'; allowed are bool, int8
          objects.npy               | objects.npy: holds elements of NumPy type '|O'; allowed are bool, int8
          complex.mtx               | complex.mtx:1: kind of number 'complex' is not read; known: double, integer, pattern, real
          place_csr_matrix.npz      | place_csr_matrix.npz: has 4 rows; population 'b' has 3 nodes
          raster_coo_array.npz      | raster_coo_array.npz: has 4 rows; population 'b' has 3 nodes
          symmetric.mtx             | symmetric.mtx: has 3 columns; population 'a' has 4 nodes
          place.npy                 | place.npy: has 4 rows; population 'b' has 3 nodes
          cells.csv                 | cells.csv:name: row 0 is 'a'; allowed is a number
          """)
  void shouldRefuseFilesAsMatrices(String file, String message) throws IOException {
    refused("matrix: {file: " + file + "}", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {file: weights_csr_matrix.npz, source: col, target: row}       | weights_csr_matrix.npz:col: there is no such array
          {file: weights.mtx, source: colum, target: row}                | weights.mtx:colum: there is no such column of elements; did you mean 'column'?
          {file: weights_csr_matrix.npz, columns: [source, target]}      | is 3 x 4; 2 columns are named
          {file: edges.npy, columns: [source, target, weight]}           | is 5 x 4; 3 columns are named
          {file: edges.csv, source: source, target: tagret}              | edges.csv: no column 'tagret'; did you mean 'target'?
          {file: raster.npy}                                             | raster.npy is one array without names
          """)
  void shouldRefuseFilesAsEdges(String edges, String message) throws IOException {
    refused("edges: " + edges, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hello                                                                | bad.mtx:1: is no MatrixMarket file; its first line is '%%MatrixMarket matrix coordinate real general' or alike
          %%MatrixMarket vector coordinate real general;4                      | bad.mtx:1: object 'vector' is not read; known: matrix
          %%MatrixMarket matrix coordinat real general;3 4 0                   | bad.mtx:1: layout 'coordinat' is not read; did you mean 'coordinate'?
          %%MatrixMarket matrix coordinate real hermitian;3 4 0                | bad.mtx:1: symmetry 'hermitian' is not read; known: general, skew-symmetric, symmetric
          %%MatrixMarket matrix array pattern general;3 4                      | bad.mtx:1: a pattern has no values to write out; allowed is coordinate
          %%MatrixMarket matrix coordinate real general;%;3 4                  | bad.mtx:3: is '3 4'; allowed are 3 sizes: rows columns elements
          %%MatrixMarket matrix coordinate real symmetric;3 4 1;1 1 1          | bad.mtx:2: is 3 x 4 and symmetric
          %%MatrixMarket matrix coordinate real general;3 4 2;1 1 1            | bad.mtx: has 1 elements; its sizes tell 2
          %%MatrixMarket matrix coordinate real general;3 4 1;1 1 1;2 2 2      | bad.mtx:4: stands behind the last of 1 that the sizes tell
          %%MatrixMarket matrix coordinate real general;3 4 1;%;4 1 1          | bad.mtx:4: row is 4; allowed is 1 to 3
          %%MatrixMarket matrix coordinate real general;3 4 1;3 0 1            | bad.mtx:3: column is 0; allowed is 1 to 4
          %%MatrixMarket matrix coordinate real general;3 4 1;1.5 1 1          | bad.mtx:3: row is 1.5; allowed is 1 to 3
          %%MatrixMarket matrix coordinate real general;3 4 1;1 1 x            | bad.mtx:3: 'x' is no number
          %%MatrixMarket matrix coordinate real general;3 4 1;1 1              | bad.mtx:3: has 2 numbers; allowed are 3
          %%MatrixMarket matrix coordinate real general;3 4 1;1 1 1 1          | bad.mtx:3: has more than 3 numbers
          %%MatrixMarket matrix array real general;3 4;1;2                     | bad.mtx: has 2 values; its sizes tell 12
          %%MatrixMarket matrix array real general;300000 400000;1             | bad.mtx: has 300000 x 400000 cells; allowed are 1 to 134217728
          %%MatrixMarket matrix coordinate real general;3 4 99999999999;1 1 1  | bad.mtx: has 199999999998 elements; allowed in this form are 2147483639
          """)
  void shouldRefuseMatrixMarketText(String lines, String message) throws IOException {
    Files.writeString(directory.resolve("bad.mtx"), lines.replace(';', '\n') + "\n");
    refused("matrix: {file: bad.mtx}", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          source,target;0,1;1         | bad.csv: 1 values in row 1; the header names 2 columns
          source,target;0,1;1,2,3     | bad.csv: 3 values in row 1; the header names 2 columns
          source,target;0,1;x,2       | bad.csv:source: row 1 is 'x'; allowed is a number
          source,target;0,1;,2        | bad.csv:source: row 1 is ''; allowed is a number
          source,target;0,1;0.5,2     | bad.csv:source: row 1 is 0.5; allowed is a 32-bit whole number
          source,target;0,1;4,2       | source is 4
          source,source;0,1           | bad.csv: cannot be read as a table
          """)
  void shouldRefuseText(String lines, String message) throws IOException {
    Files.writeString(directory.resolve("bad.csv"), lines.replace(';', '\n') + "\n");
    refused("edges: {file: bad.csv}", message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {file: spikes.npy, columns: [ids, time]}  | needs 'times': spike times [ms]; found: ids, time
          {file: edges.npz}                         | needs 'times': spike times [ms]; found: source, target, weight, delay
          {file: raster.npy, interval: 0}           | spikes.interval: is 0.0; allowed is above 0 (ms)
          {file: weights.csv, interval: 1}          | the cell in row 0, column 1 is 1.5; allowed is a number of spikes
          """)
  void shouldRefuseSpikes(String spikes, String message) {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> {
          Experiment read =
              ArrayForms.experiment(
                  directory,
                  "{model: spike_generator, size: 4, spikes: " + spikes + "}",
                  3,
                  "rule: all_to_all");
          ArrayForms.numbers(
              read.network().populations().getFirst().spikes().orElseThrow().times());
        })
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }

  private static void refused(String projection, String message) throws IOException {
    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> forms.edges(projection))
        .withMessageContaining(message)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
  }
}
