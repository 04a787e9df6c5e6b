package org.baya.app.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.baya.app.run.Progress;

/**
 * How a benchmark is to be measured.
 *
 * @param launcher starts fresh processes; fails if there is none; not asked by what is measured in
 *     this process
 * @param directory keeps what is generated; absent for {@code target/bench} beside the launcher
 * @param repeats how often each series is measured
 * @param durationMs simulated time [ms]
 * @param threads workers; absent for one per core
 */
public record Conditions(
    Supplier<Launcher> launcher,
    Optional<Path> directory,
    int repeats,
    double durationMs,
    OptionalInt threads,
    Progress progress) {

  /** The workers. */
  public int workers() {
    return threads.orElse(Runtime.getRuntime().availableProcessors());
  }
}
