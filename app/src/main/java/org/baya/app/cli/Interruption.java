package org.baya.app.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.baya.app.run.StopRequest;

/**
 * Turns Ctrl-C (and a polite kill) into a stop request and keeps the process alive until the
 * results of what was simulated are written; the JVM then ends with 130 (143), as the shell
 * expects. To be closed when the results are out.
 */
final class Interruption {
  private static final long PATIENCE_S = 120;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Thread hook;

  /** Watches until it is closed. */
  Interruption(StopRequest stop) {
    hook =
        Thread.ofPlatform()
            .name("baya-stop")
            .unstarted(() -> {
              stop.request();
              awaitEnd();
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitEnd() {
    try {
      if (!finished.await(PATIENCE_S, TimeUnit.SECONDS)) {
        System.getLogger(Interruption.class.getName())
            .log(System.Logger.Level.WARNING, "results were not written in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the watch. */
  void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      System.getLogger(Interruption.class.getName())
          .log(System.Logger.Level.DEBUG, "the process is ending", e);
    }
  }
}
