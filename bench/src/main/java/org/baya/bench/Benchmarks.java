package org.baya.bench;

import java.util.Arrays;
import org.openjdk.jmh.Main;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * JMH's main program with one default of our own: {@link UpdateBenchmark} runs every kind of neuron
 * unless {@code -p cell=...} names some, so a new model of the catalogue is measured without being
 * named here.
 */
public final class Benchmarks {
  private Benchmarks() {}

  /** Runs the benchmarks; arguments are JMH's. */
  public static void main(String[] args) throws Exception {
    boolean named = new CommandLineOptions(args).getParameter("cell").hasValue();
    String[] all = Arrays.copyOf(args, args.length + (named ? 0 : 2));
    if (!named) {
      all[args.length] = "-p";
      all[args.length + 1] =
          "cell=" + String.join(",", Cell.all().stream().map(Cell::name).toList());
    }
    Main.main(all);
  }
}
