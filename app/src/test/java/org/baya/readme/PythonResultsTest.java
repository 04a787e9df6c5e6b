package org.baya.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.baya.app.run.ExperimentRun;
import org.baya.app.run.ProcessClock;
import org.baya.app.run.Progress;
import org.baya.app.run.StopRequest;
import org.baya.build.NetworkEdges;
import org.baya.io.connections.EdgeFormat;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.ExperimentFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Python lines of the README open what a run writes; skipped where Python lacks a module. */
class PythonResultsTest {
  private static final String PRINTED =
      """

      print(len(spikes) > 0, spikes["timestamps"].is_monotonic_increasing, int(rates.sum()) == len(spikes))
      print(V_m.shape, V_m.index[0], list(V_m.columns))
      print(len(edges), sorted(edges.columns), float(strongest["weight"].iloc[-1]) == edges["weight"].max())
      print(len(trains) == len(rates), trains[0].units)
      """;

  @TempDir Path directory;

  @Test
  void shouldOpenResultsInPandasAndNeo() throws IOException, InterruptedException {
    Python python = Python.with("import h5py, neo, numpy, pandas", directory);
    Experiment experiment = run();
    try (NetworkEdges edges = NetworkEdges.open(experiment.network())) {
      EdgeFormat.COO.write(
          edges.projections().stream().filter(edge -> edge.name().equals("net")).toList(),
          directory.resolve("out/edges.npz"));
    }
    String script = Page.of("README.md").blocks("python").getFirst() + PRINTED;

    assertThat(python.lines(script))
        .containsExactly(
            "True True True",
            "(20, 2) 5.0 [1, 3]",
            "40 ['delay', 'receptor', 'source', 'target', 'weight'] True",
            "True 1.0 ms");
  }

  private Experiment run() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("experiment.yaml"),
            """
            duration: 100
            populations:
              cells: {model: iaf_psc_exp, size: 10, parameters: {I_e: 600.0, V_m: 'uniform(-70, -55)'}}
            projections:
              net: {from: cells, to: cells, rule: fixed_indegree, indegree: 4, weight: 'normal(10, 1)'}
            record:
              spikes: {of: cells}
              V_m: {of: cells, ids: [1, 3], every: 5.0}
            """);
    Experiment experiment = ExperimentFile.load(file, List.of());
    ExperimentRun.Request request =
        new ExperimentRun.Request(
            experiment,
            1,
            directory.resolve("out"),
            ProcessClock.start(),
            0.1,
            "test",
            List.of("baya", "run"));
    ExperimentRun.run(request, Progress.none(), new StopRequest());
    return experiment;
  }
}
