package org.baya.io.yaml;

/**
 * Where a value was written.
 *
 * @param source file name or command-line option
 * @param line from 1; 0 when the source has no lines
 */
public record Place(String source, int line) {

  /** {@code v1.yaml:12}, or just {@code --set}. */
  @Override
  public String toString() {
    return line > 0 ? source + ":" + line : source;
  }
}
