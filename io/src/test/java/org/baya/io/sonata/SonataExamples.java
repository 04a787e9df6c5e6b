package org.baya.io.sonata;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The published networks of the test resources. */
final class SonataExamples {
  private SonataExamples() {}

  /** Unpacks all of them into {@code directory}. */
  static void unpack(Path directory) throws IOException {
    try (InputStream in = SonataExamples.class.getResourceAsStream("sonata_examples.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.copy(zip, file);
      }
    }
  }
}
