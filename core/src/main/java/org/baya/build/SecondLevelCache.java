package org.baya.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The second-level cache of a core. It decides about speed, never about results. */
final class SecondLevelCache {
  private static final Path CACHES = Path.of("/sys/devices/system/cpu/cpu0/cache");

  /** Where the system does not tell. */
  private static final long USUAL_BYTES = 2 << 20;

  private static final long BYTES = of(CACHES);

  private SecondLevelCache() {}

  /** Its size. */
  static long bytes() {
    return BYTES;
  }

  /**
   * As Linux tells it: a folder for each cache, with its level and a size such as {@code 1024K}.
   *
   * @param caches folder of the caches of a core
   */
  static long of(Path caches) {
    for (int index = 0; Files.isReadable(caches.resolve("index" + index)); index++) {
      Path cache = caches.resolve("index" + index);
      try {
        if (Files.readString(cache.resolve("level")).strip().equals("2")) {
          return size(Files.readString(cache.resolve("size")).strip());
        }
      } catch (IOException e) {
        return USUAL_BYTES;
      }
    }
    return USUAL_BYTES;
  }

  private static long size(String text) {
    return text.matches("[1-9][0-9]{0,8}K")
        ? Long.parseLong(text.substring(0, text.length() - 1)) << 10
        : USUAL_BYTES;
  }
}
