package org.baya.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A page of the documentation and the code in it. */
record Page(String text) {
  private static final Path ROOT = Path.of(System.getProperty("basedir", ".")).resolve("..");

  /** The page of that name, relative to the repository. */
  static Page of(String name) throws IOException {
    return new Page(read(name));
  }

  /** A file of the repository. */
  static String read(String name) throws IOException {
    return Files.readString(ROOT.resolve(name));
  }

  /** What stands between the fences of each block of {@code language}. */
  List<String> blocks(String language) {
    Pattern block =
        Pattern.compile("^```" + language + "\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    return block.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
