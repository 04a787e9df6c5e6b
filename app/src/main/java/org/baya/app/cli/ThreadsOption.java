package org.baya.app.cli;

/** {@code --threads N}. */
final class ThreadsOption {
  private final Argument<Integer> threads;

  ThreadsOption(Arguments arguments) {
    threads =
        arguments.option("--threads", "N", Kind.WHOLE, "Worker threads; default: one per core.");
  }

  /** Number of worker threads, at least 1. */
  int number() {
    int number = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (number < 1) {
      throw new UsageException("--threads is " + number + "; allowed is 1 or more");
    }
    return number;
  }

  /** Whether it was given. */
  boolean isGiven() {
    return threads.value().isPresent();
  }
}
