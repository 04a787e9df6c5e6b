package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.baya.app.verify.Verdict;
import org.baya.app.verify.Verification;
import org.baya.error.InvalidInputException;
import org.baya.io.reference.CaseFiles;
import org.baya.io.reference.ReferenceCase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code baya verify DIR|FILE...}: replays reference cases and compares the answers. */
@Command(
    description = {
      "Replays cases with known answers, for example NEST's, and compares spikes, traces and weights.",
      "A case is a .json file; directories and .zip archives of cases may be named too.",
      "Ends with 0 if every case passed, 1 if one failed or was skipped for want of a model,",
      "3 if a file is no case."
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "DIR|FILE",
      arity = "1..*",
      description = "Directories, .json files and .zip archives of cases.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Worker threads; default: one per core.")
  private Optional<Integer> threads = Optional.empty();

  @Option(
      names = "--allow-skipped",
      description = "End with 0 even if cases were skipped for want of a model.")
  private boolean allowSkipped;

  @Option(names = "--json", description = "Print JSON to stdout instead of lines.")
  private boolean json;

  @Override
  public Integer call() {
    List<CaseFiles.CaseFile> files = CaseFiles.find(paths);
    Verification verification = new Verification(threads());
    VerdictLines lines = VerdictLines.of(files.stream().map(CaseFiles.CaseFile::name).toList());
    PrintWriter out = spec.commandLine().getOut();
    List<Verdict> verdicts = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (CaseFiles.CaseFile file : files) {
      Optional<ReferenceCase> reference = read(file, unreadable);
      if (reference.isPresent()) {
        Verdict verdict = verification.verify(reference.get());
        verdicts.add(verdict);
        if (!json) {
          lines.of(verdict).forEach(out::println);
          out.flush();
        }
      }
    }
    out.println(json ? VerdictLines.json(verdicts) : VerdictLines.total(verdicts));
    out.flush();
    if (!unreadable.isEmpty()) {
      throw InvalidInputException.of(unreadable);
    }
    boolean done =
        verdicts.stream()
            .allMatch(verdict ->
                switch (verdict.outcome()) {
                  case PASSED -> true;
                  case SKIPPED -> allowSkipped;
                  case FAILED -> false;
                });
    return done ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** A file that is no case does not keep the others from being replayed. */
  private static Optional<ReferenceCase> read(CaseFiles.CaseFile file, List<String> problems) {
    try {
      return Optional.of(file.read());
    } catch (InvalidInputException e) {
      problems.addAll(e.problems());
      return Optional.empty();
    }
  }

  private int threads() {
    int number = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (number < 1) {
      throw new ParameterException(
          spec.commandLine(), "--threads is " + number + "; allowed is 1 or more");
    }
    return number;
  }
}
