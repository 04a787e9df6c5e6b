package org.baya.app.cli;

import java.io.PrintWriter;
import java.util.List;

/**
 * Where a command prints.
 *
 * @param out results
 * @param err progress and messages
 * @param words the command line as it was given, without the program's name
 */
record Console(PrintWriter out, PrintWriter err, List<String> words) {
  Console {
    words = List.copyOf(words);
  }
}
