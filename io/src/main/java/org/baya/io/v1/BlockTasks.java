package org.baya.io.v1;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.baya.error.SimulationException;

/** Cuts a range of neurons into blocks and computes one result per block on several threads. */
final class BlockTasks {
  private BlockTasks() {}

  /**
   * Computes the result of the neurons {@code from <= id < to}; called from several threads at
   * once.
   */
  @FunctionalInterface
  interface Task<T> {
    T compute(int from, int to);
  }

  /** The results for blocks of {@code blockSize} neurons of 0..n, in order. */
  static <T> List<T> run(int n, int blockSize, int threads, Task<T> task) {
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<T>> futures = new ArrayList<>();
      for (int from = 0; from < n; from += blockSize) {
        int first = from;
        int last = Math.min(n, from + blockSize);
        futures.add(pool.submit(() -> task.compute(first, last)));
      }
      return results(futures, pool);
    }
  }

  private static <T> List<T> results(List<Future<T>> futures, ExecutorService pool) {
    List<T> results = new ArrayList<>();
    try {
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    } catch (InterruptedException e) {
      pool.shutdownNow();
      Thread.currentThread().interrupt();
      throw new SimulationException("generating the network was interrupted", e);
    } catch (ExecutionException e) {
      pool.shutdownNow();
      switch (Objects.requireNonNull(e.getCause(), "cause")) {
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        default -> throw new SimulationException("generating the network failed", e);
      }
    }
    return results;
  }
}
