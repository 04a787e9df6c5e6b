package org.baya.build;

import java.util.function.IntConsumer;

/** Runs one task per worker, each in its own thread, and waits for all. */
final class Workers {
  private Workers() {}

  /**
   * Runs {@code task(0)} to {@code task(count - 1)}; the first failure (by worker number) is thrown
   * after all have ended.
   */
  static void run(int count, IntConsumer task) {
    RuntimeException[] failures = new RuntimeException[count];
    Error[] errors = new Error[count];
    Thread[] threads = new Thread[count];
    for (int worker = 1; worker < count; worker++) {
      int number = worker;
      threads[worker] =
          Thread.ofPlatform()
              .name("baya-build-" + worker)
              .start(() -> guarded(task, number, failures, errors));
    }
    guarded(task, 0, failures, errors);
    boolean interrupted = false;
    for (int worker = 1; worker < count; worker++) {
      interrupted |= join(threads[worker]);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    for (int worker = 0; worker < count; worker++) {
      if (errors[worker] != null) {
        throw errors[worker];
      }
      if (failures[worker] != null) {
        throw failures[worker];
      }
    }
  }

  private static void guarded(
      IntConsumer task, int worker, RuntimeException[] failures, Error[] errors) {
    try {
      task.accept(worker);
    } catch (RuntimeException e) {
      failures[worker] = e;
    } catch (Error e) {
      errors[worker] = e;
    }
  }

  private static boolean join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        return interrupted;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }
}
