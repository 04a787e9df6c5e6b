package org.baya.app.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.app.verify.Verdict;
import org.baya.app.verify.Verification;
import org.baya.error.InvalidInputException;
import org.baya.io.reference.CaseFiles;
import org.baya.io.reference.ReferenceCase;

/** {@code baya verify DIR|FILE...}: replays reference cases and compares the answers. */
final class VerifyCommand implements Command {
  private final Argument<Path> paths;
  private final ThreadsOption threads;
  private final Flag allowSkipped;
  private final Flag json;

  VerifyCommand(Arguments arguments) {
    arguments.describe(
        "Replays cases with known answers, for example NEST's, and compares spikes, traces and"
            + " weights.",
        "A case is a .json file; directories, with what lies below, and .zip archives of cases may be named too.",
        "Ends with 0 if every case passed, 1 if one failed or was skipped for want of a model,",
        "3 if a file is no case.");
    paths =
        arguments.operand(
            "DIR|FILE",
            Kind.PATH,
            1,
            Integer.MAX_VALUE,
            "Directories, .json files and .zip archives of cases.");
    threads = new ThreadsOption(arguments);
    allowSkipped =
        arguments.flag(
            "--allow-skipped", "End with 0 even if cases were skipped for want of a model.");
    json = arguments.flag("--json", "Print JSON to stdout instead of lines.");
  }

  @Override
  public int run(Console console) {
    List<CaseFiles.CaseFile> files = CaseFiles.find(paths.values());
    Verification verification = new Verification(threads.number());
    VerdictLines lines = VerdictLines.of(files.stream().map(CaseFiles.CaseFile::name).toList());
    PrintWriter out = console.out();
    List<Verdict> verdicts = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    for (CaseFiles.CaseFile file : files) {
      Optional<ReferenceCase> reference = read(file, unreadable);
      if (reference.isPresent()) {
        Verdict verdict = verification.verify(reference.get());
        verdicts.add(verdict);
        if (!json.isGiven()) {
          lines.of(verdict).forEach(out::println);
          out.flush();
        }
      }
    }
    out.println(json.isGiven() ? VerdictLines.json(verdicts) : VerdictLines.total(verdicts));
    out.flush();
    if (!unreadable.isEmpty()) {
      throw InvalidInputException.of(unreadable);
    }
    boolean done =
        verdicts.stream()
            .allMatch(verdict ->
                switch (verdict.outcome()) {
                  case PASSED -> true;
                  case SKIPPED -> allowSkipped.isGiven();
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
}
