package org.baya.app.cli;

/**
 * One thing that Baya does when it is named on the command line. A command declares what it
 * understands in its constructor and reads it when it runs.
 */
interface Command {
  /**
   * Does it.
   *
   * @return the {@link ExitCode}
   * @throws UsageException if the command line is wrong
   */
  int run(Console console);
}
