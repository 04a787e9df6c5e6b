package org.baya.io.sonata;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.baya.io.file.PendingFile;

/** Small text files that appear whole or not at all. */
final class TextFile {
  private TextFile() {}

  static void write(Path path, String text) {
    try (PendingFile file = PendingFile.create(path)) {
      file.write(0, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      file.commit();
    }
  }
}
