package org.baya.io.text;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.baya.io.file.PendingFile;

/**
 * Writes comma-separated values line by line, in bounded memory. The file appears whole or not at
 * all. Texts hold no commas, quotes or line breaks. For one thread at a time.
 */
public final class CsvFile implements AutoCloseable {
  private static final int BUFFER_CHARS = 1 << 16;

  private final PendingFile file;
  private final StringBuilder line = new StringBuilder(BUFFER_CHARS);
  private boolean first = true;
  private long written;

  private CsvFile(PendingFile file) {
    this.file = file;
  }

  /**
   * Starts a file.
   *
   * @param header names of the columns
   * @throws org.baya.error.InvalidInputException if nothing can be written there
   */
  public static CsvFile create(Path path, String... header) {
    CsvFile csv = new CsvFile(PendingFile.create(path));
    for (String name : header) {
      csv.add(name);
    }
    csv.endLine();
    return csv;
  }

  /** The name the file will have. */
  public Path target() {
    return file.target();
  }

  /** Adds a text to the line. */
  public void add(String text) {
    separate();
    line.append(text);
  }

  /** Adds a whole number to the line. */
  public void add(long number) {
    separate();
    line.append(number);
  }

  /** Adds a number to the line, with all digits that tell it from its neighbours. */
  public void add(double number) {
    separate();
    line.append(number);
  }

  private void separate() {
    if (!first) {
      line.append(',');
    }
    first = false;
  }

  /** Ends the line. */
  public void endLine() {
    line.append('\n');
    first = true;
    if (line.length() > BUFFER_CHARS - 1024) {
      flush();
    }
  }

  private void flush() {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(line.toString());
    int size = bytes.remaining();
    file.write(written, bytes);
    written += size;
    line.setLength(0);
  }

  /** Puts the file in its place. */
  public void commit() {
    flush();
    file.commit();
  }

  /** Deletes the file unless it was committed. */
  @Override
  public void close() {
    file.close();
  }
}
