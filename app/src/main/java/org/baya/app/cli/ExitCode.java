package org.baya.app.cli;

/** What the process tells its caller. */
public final class ExitCode {
  /** Everything asked for was done. */
  public static final int DONE = 0;

  /** The input was right but the run failed. */
  public static final int FAILED = 1;

  /** The command line was wrong. */
  public static final int USAGE = 2;

  /** A file, a name or a number that the user gave was wrong. */
  public static final int INPUT = 3;

  /** Stopped by Ctrl-C, the shell's convention of 128 + SIGINT. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
