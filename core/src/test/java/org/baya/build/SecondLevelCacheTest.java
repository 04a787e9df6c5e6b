package org.baya.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecondLevelCacheTest {
  private static final long USUAL_BYTES = 2 << 20;

  @TempDir Path caches;

  private void cache(int index, String level, String size) throws IOException {
    Path cache = Files.createDirectory(caches.resolve("index" + index));
    Files.writeString(cache.resolve("level"), level + "\n");
    Files.writeString(cache.resolve("size"), size + "\n");
  }

  @Test
  void shouldBeTheOneOfLevelTwo() throws IOException {
    cache(0, "1", "48K");
    cache(1, "1", "32K");
    cache(2, "2", "1280K");
    cache(3, "3", "55296K");
    assertThat(SecondLevelCache.of(caches)).isEqualTo(1280 << 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0K", "2M", "-1K", "K", "99999999999999999999K"})
  void shouldBeTheUsualSizeWhereTheSystemTellsNone(String size) throws IOException {
    cache(0, "2", size);
    assertThat(SecondLevelCache.of(caches)).isEqualTo(USUAL_BYTES);
  }

  @Test
  void shouldBeTheUsualSizeWhereThereIsNoSuchFolder() throws IOException {
    assertThat(SecondLevelCache.of(caches.resolve("none"))).isEqualTo(USUAL_BYTES);
    cache(0, "1", "48K");
    assertThat(SecondLevelCache.of(caches)).isEqualTo(USUAL_BYTES);
    assertThat(SecondLevelCache.bytes()).isPositive();
  }
}
