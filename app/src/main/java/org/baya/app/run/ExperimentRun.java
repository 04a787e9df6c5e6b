package org.baya.app.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.baya.app.analysis.Period;
import org.baya.app.report.Activity;
import org.baya.app.report.Machine;
import org.baya.app.report.NetworkCounts;
import org.baya.app.report.ProjectionCounts;
import org.baya.app.report.Report;
import org.baya.app.report.RunSummary;
import org.baya.app.report.Timing;
import org.baya.build.BuildProgress;
import org.baya.build.BuildReport;
import org.baya.build.NetworkBuilder;
import org.baya.build.NetworkFingerprint;
import org.baya.compiled.CompiledNetwork;
import org.baya.engine.PhaseTimes;
import org.baya.engine.Rehearsal;
import org.baya.engine.Simulation;
import org.baya.error.InvalidInputException;
import org.baya.error.SimulationException;
import org.baya.io.experiment.Experiment;
import org.baya.io.experiment.Outputs;
import org.baya.network.Network;

/** Builds and simulates one experiment and writes its results. */
public final class ExperimentRun {
  private final Request request;
  private final Progress progress;
  private final StopRequest stop;

  private ExperimentRun(Request request, Progress progress, StopRequest stop) {
    this.request = request;
    this.progress = progress;
    this.stop = stop;
  }

  /**
   * What to run.
   *
   * @param threads number of worker threads
   * @param directory for the results
   * @param clock started with the process
   * @param loadS how long the experiment took to load [s]
   * @param version of Baya
   * @param command the command line, for the summary
   */
  public record Request(
      Experiment experiment,
      int threads,
      Path directory,
      ProcessClock clock,
      double loadS,
      String version,
      List<String> command) {
    public Request {
      command = List.copyOf(command);
    }
  }

  /**
   * What came of it.
   *
   * @param summary as in {@code summary.json}; its duration is the time that was simulated
   * @param files names of the files in the directory
   * @param messages what the reader should be told, one line each
   * @param stopped whether the run was stopped before its end
   */
  public record Result(
      RunSummary summary,
      Path directory,
      List<String> files,
      List<String> messages,
      boolean stopped) {
    public Result {
      files = List.copyOf(files);
      messages = List.copyOf(messages);
    }
  }

  /**
   * Runs an experiment.
   *
   * @throws InvalidInputException if the experiment or its files are wrong, or nothing can be
   *     written; with lines of the experiment's file
   * @throws SimulationException if the run fails, or is stopped before its first step
   */
  public static Result run(Request request, Progress progress, StopRequest stop) {
    Outputs outputs = request.experiment().outputs();
    try (OutputDirectory directory =
        OutputDirectory.prepare(request.directory(), outputs.overwrite())) {
      Result result = new ExperimentRun(request, progress, stop).run(directory);
      directory.publish();
      return result;
    } catch (InvalidInputException e) {
      throw request.experiment().located(e);
    }
  }

  private Result run(OutputDirectory directory) {
    long buildStart = System.nanoTime();
    NetworkBuilder.Built built = build();
    double buildS = (System.nanoTime() - buildStart) * 1e-9;
    CompiledNetwork network = built.network();
    long fingerprint = NetworkFingerprint.of(network, request.threads());
    try (Simulation simulation = new Simulation(network, request.threads());
        Recorders recorders =
            Recorders.attach(simulation, network, request.experiment(), directory.unfinished())) {
      WeightRecorders weights =
          new WeightRecorders(simulation, request.experiment().network().weightRecordings());
      stop.onStop(simulation::stop);
      double setupS = request.clock().seconds();
      double simulateS = simulate(simulation);
      if (simulation.timeMs() <= 0) {
        throw new SimulationException("stopped before the first step; nothing was written");
      }
      Times times = new Times(buildS, setupS, simulateS, fingerprint);
      return write(built, simulation, recorders, weights, directory, times);
    }
  }

  private record Times(double buildS, double setupS, double simulateS, long fingerprint) {}

  private NetworkBuilder.Built build() {
    BuildProgress buildProgress = new BuildProgress();
    stop.onStop(buildProgress::cancel);
    Network network = request.experiment().network();
    try (Rehearsal rehearsal = new Rehearsal(madeUp -> new SpikeTally(madeUp, 0))) {
      return progress.during(
          "build",
          buildProgress::share,
          () -> NetworkBuilder.build(network, request.threads(), buildProgress, rehearsal));
    }
  }

  /** Returns how long it took [s]. */
  private double simulate(Simulation simulation) {
    double durationMs = request.experiment().durationMs();
    return progress.during(
        "simulate",
        () -> simulation.timeMs() / durationMs,
        () -> {
          long start = System.nanoTime();
          simulation.run(durationMs);
          return (System.nanoTime() - start) * 1e-9;
        });
  }

  private Result write(
      NetworkBuilder.Built built,
      Simulation simulation,
      Recorders recorders,
      WeightRecorders weights,
      OutputDirectory directory,
      Times times) {
    return progress.during(
        "write",
        () -> Double.NaN,
        () -> {
          Path unfinished = directory.unfinished();
          recorders.commit(unfinished);
          RunSummary summary = summary(built, simulation, recorders, times);
          List<String> messages =
              new ArrayList<>(Report.write(unfinished, summary, recorders.tables()));
          if (summary.durationMs() <= summary.transientMs()) {
            messages.add(
                "transient: no rates and statistics, which begin after "
                    + summary.transientMs()
                    + " ms; the run is "
                    + summary.durationMs()
                    + " ms long");
          }
          List<String> files = new ArrayList<>(List.of("report.html", "raster.png"));
          files.addAll(recorders.files(unfinished));
          files.addAll(weights.write(unfinished));
          files.add("summary.json");
          boolean stopped = simulation.timeMs() < request.experiment().durationMs();
          return new Result(summary, directory.path(), files, messages, stopped);
        });
  }

  private RunSummary summary(
      NetworkBuilder.Built built, Simulation simulation, Recorders recorders, Times times) {
    SpikeTally tally = recorders.tally();
    Network network = request.experiment().network();
    double reachedMs = simulation.timeMs();
    Period period = new Period(request.experiment().transientMs(), reachedMs);
    long neurons = built.network().neurons();
    double meanRateHz =
        neurons == 0 ? 0 : Activity.rateHz(tally.afterTransient(), neurons, period.lengthMs());
    Activity activity =
        new Activity(
            tally.total(),
            meanRateHz,
            tally.ratesHz(period.lengthMs()),
            simulation.synapticEvents(),
            tally.checksum());
    Timing timing =
        new Timing(
            request.loadS(),
            times.buildS,
            times.setupS,
            times.simulateS,
            request.clock().seconds(),
            phases(simulation.phases(), simulation.workers()));
    return new RunSummary(
        network.name(),
        request.version(),
        request.command(),
        network.seed(),
        request.threads(),
        network.resolutionMs(),
        reachedMs,
        period.fromMs(),
        counts(built, times.fingerprint),
        timing,
        activity,
        recorders.statistics(period),
        Machine.here());
  }

  private static NetworkCounts counts(NetworkBuilder.Built built, long fingerprint) {
    List<ProjectionCounts> projections = new ArrayList<>();
    for (BuildReport.ProjectionReport projection : built.report().projections()) {
      Map<String, Long> counts = new LinkedHashMap<>();
      counts.put("edges", projection.edges());
      counts.put("dropped", projection.dropped());
      counts.put("changed delays", projection.changedDelays());
      counts.put("rounded delays", projection.roundedDelays());
      projections.add(
          new ProjectionCounts(
              projection.name(), projection.from(), projection.to(), projection.made(), counts));
    }
    CompiledNetwork network = built.network();
    long stored = network.synapses();
    double bytesPerSynapse = stored == 0 ? Double.NaN : (double) network.synapseBytes() / stored;
    return new NetworkCounts(
        network.neurons(),
        built.report().made(),
        built.report().dropped(),
        bytesPerSynapse,
        fingerprint,
        projections);
  }

  private static Map<String, Double> phases(PhaseTimes times, int workers) {
    Map<String, Double> phases = new LinkedHashMap<>();
    phases.put("deliver", times.deliverNs() * 1e-9 / workers);
    phases.put("update", times.updateNs() * 1e-9 / workers);
    phases.put("exchange", times.exchangeNs() * 1e-9);
    phases.put("record", times.recordNs() * 1e-9);
    phases.put("wait", times.waitNs() * 1e-9 / workers);
    return phases;
  }
}
