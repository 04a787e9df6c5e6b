package org.baya.app.cli;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * What a value on the command line may be.
 *
 * @param allowed for messages
 * @param reader throws an {@link IllegalArgumentException} for anything else
 */
record Kind<T>(String allowed, Function<String, T> reader) {
  static final Kind<String> TEXT = new Kind<>("any text", text -> text);
  static final Kind<Path> PATH = new Kind<>("the name of a file or directory", Path::of);
  static final Kind<Integer> WHOLE = new Kind<>("a whole number", Integer::valueOf);
  static final Kind<Long> LONG = new Kind<>("a whole number", Long::valueOf);
  static final Kind<Double> NUMBER = new Kind<>("a number", Double::valueOf);

  /** Reads the value that {@code name} was given. */
  T read(String name, String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(name + " is '" + text + "'; allowed is " + allowed, e);
    }
  }
}
