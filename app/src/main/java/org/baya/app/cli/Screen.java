package org.baya.app.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.baya.app.run.Progress;

/**
 * Progress on stderr. On a terminal one line that is drawn over and erased at the end of each
 * phase; in a pipe a line when a phase ends, and one now and then while it lasts; nothing when
 * quiet.
 */
final class Screen implements Progress {
  /** Columns of the progress line: one less than the usual 80, so that no terminal wraps it. */
  private static final int WIDTH = 79;

  private static final int BAR = 30;
  private static final long REDRAW_MS = 100;
  private static final long PLAIN_MS = 10_000;
  private static final Path STDERR = Path.of("/proc/self/fd/2");

  private final PrintWriter err;
  private final Mode mode;
  private final boolean colour;

  /** How progress is shown. */
  enum Mode {
    QUIET,
    PLAIN,
    LIVE
  }

  Screen(PrintWriter err, Mode mode, boolean colour) {
    this.err = err;
    this.mode = mode;
    this.colour = colour;
  }

  /** The screen of this process. */
  static Screen of(PrintWriter err, boolean quiet) {
    Map<String, String> environment = System.getenv();
    boolean live = isTerminal() && !"dumb".equals(environment.get("TERM"));
    boolean colour = live && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(err, quiet ? Mode.QUIET : live ? Mode.LIVE : Mode.PLAIN, colour);
  }

  /** Whether stderr is a terminal. */
  private static boolean isTerminal() {
    try {
      String target = Files.readSymbolicLink(STDERR).toString();
      return target.startsWith("/dev/pts/")
          || target.startsWith("/dev/tty")
          || target.equals("/dev/console");
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    }
  }

  @Override
  public void say(String line) {
    if (mode != Mode.QUIET) {
      err.println(line);
      err.flush();
    }
  }

  @Override
  public <T> T during(String phase, DoubleSupplier share, Supplier<T> work) {
    if (mode == Mode.QUIET) {
      return work.get();
    }
    long start = System.nanoTime();
    Thread ticker =
        Thread.ofPlatform().daemon().name("baya-progress").start(() -> tick(phase, share, start));
    try {
      T result = work.get();
      end(ticker);
      if (mode == Mode.PLAIN) {
        say(phase + ": done in " + Units.seconds(since(start)));
      }
      return result;
    } finally {
      end(ticker);
    }
  }

  private void tick(String phase, DoubleSupplier share, long start) {
    try {
      while (true) {
        Thread.sleep(mode == Mode.LIVE ? REDRAW_MS : PLAIN_MS);
        if (mode == Mode.LIVE) {
          draw(line(phase, share.getAsDouble(), since(start)));
        } else {
          say(phase + ":" + status(share.getAsDouble(), since(start)));
        }
      }
    } catch (InterruptedException e) {
      if (mode == Mode.LIVE) {
        err.print("\r" + " ".repeat(WIDTH) + "\r");
        err.flush();
      }
    }
  }

  private static void end(Thread ticker) {
    ticker.interrupt();
    try {
      ticker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void draw(String line) {
    err.print("\r" + line);
    err.flush();
  }

  /** The progress line, {@value #WIDTH} columns wide but for colours. */
  String line(String phase, double share, double elapsedS) {
    boolean known = share >= 0;
    int filled = known ? (int) (BAR * Math.min(1, share)) : 0;
    String bar = "#".repeat(filled);
    String rest = "-".repeat(BAR - filled);
    String left = String.format(Locale.ROOT, "%-9s [", phase);
    String right = "]" + status(share, elapsedS);
    String text = left + bar + rest + right;
    String pad = " ".repeat(Math.max(0, WIDTH - text.length()));
    return colour ? left + "\033[32m" + bar + "\033[0m" + rest + right + pad : text + pad;
  }

  private static String status(double share, double elapsedS) {
    if (!(share > 0)) {
      return "  " + Units.seconds(elapsedS);
    }
    double done = Math.min(1, share);
    String percent = String.format(Locale.ROOT, " %3.0f %%", Math.floor(100 * done));
    return percent + "  ETA " + Units.seconds(Math.rint(elapsedS * (1 - done) / done));
  }

  private static double since(long start) {
    return (System.nanoTime() - start) * 1e-9;
  }
}
