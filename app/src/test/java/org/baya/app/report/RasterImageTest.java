package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;
import org.junit.jupiter.api.Test;

class RasterImageTest {
  private static final int WHITE = 0xFFFFFF;

  private static Picture picture(double durationMs, GlyphFont font, SpikeTable... tables) {
    List<SpikeTable> list = List.of(tables);
    NodeLayout layout = NodeLayout.of(list);
    RunSummary run = SyntheticRun.summary("a run", list, durationMs);
    return RasterImage.of(
        run,
        list,
        layout,
        SpikeStatistics.of(list, layout, run.statistics(), durationMs, 0.1),
        font);
  }

  @Test
  void shouldBeReadByAnotherDecoderWhenEncoded() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    Picture picture = new Picture(37, 23, WHITE);
    for (int i = 0; i < 400; i++) {
      picture.blend(
          random.nextInt(37), random.nextInt(23), random.nextInt(1 << 24), random.nextInt(256));
    }
    BufferedImage read = ImageIO.read(new ByteArrayInputStream(PngWriter.encode(picture)));
    assertThat(read.getWidth()).isEqualTo(37);
    assertThat(read.getHeight()).isEqualTo(23);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertThat(read.getRGB(x, y) & 0xFFFFFF).isEqualTo(picture.pixel(x, y));
      }
    }
  }

  @Test
  void shouldDrawADotWhereTheSpikeIsAndNoneElsewhere() {
    // One spike in the middle of the run, of the middle one of three neurons.
    SpikeTimes middle = new SpikeTimes.OfMilliseconds(new double[] {500}, 1);
    Picture with = picture(1000, new GlyphFont(), SpikeTable.of("p", 3, middle, new int[] {1}));
    Picture without =
        picture(1000, new GlyphFont(), SpikeTable.of("p", 3, SpikeTimes.none(), new int[0]));
    int left = with.width();
    int right = 0;
    int top = with.height();
    int bottom = 0;
    for (int y = 97; y < 725; y++) {
      for (int x = 120; x < 1516; x++) {
        if (with.pixel(x, y) != without.pixel(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y);
        }
      }
    }
    assertThat((left + right) / 2).isBetween(800, 816);
    assertThat((top + bottom) / 2).isBetween(408, 414);
    assertThat(right - left).isLessThan(5);
    assertThat(bottom - top).isLessThan(15);
  }

  @Test
  void shouldPaintStrongerWhereMoreSpikesFall() {
    int spikes = 2_000_000;
    int[] steps =
        IntStream.range(0, spikes)
            .map(i -> (int) (10_000.0 * Math.sqrt((double) i / spikes)))
            .toArray();
    SplittableRandom random = new SplittableRandom(1);
    int[] nodes = IntStream.range(0, spikes).map(i -> random.nextInt(50_000)).toArray();
    SpikeTimes times = new SpikeTimes.OfSteps(steps, spikes, 0.1);
    Picture picture = picture(1000, new GlyphFont(), SpikeTable.of("p", 50_000, times, nodes));
    assertThat(darkness(picture, 1400)).isGreaterThan(2 * darkness(picture, 300));
  }

  private static long darkness(Picture picture, int left) {
    long sum = 0;
    for (int y = 100; y < 720; y++) {
      for (int x = left; x < left + 60; x++) {
        sum += 255 - (picture.pixel(x, y) >> 16 & 255);
      }
    }
    return sum;
  }

  @Test
  void shouldDrawWithoutSpikesNeuronsOrTime() {
    assertThat(picture(0, new GlyphFont()).height()).isEqualTo(1000);
    assertThat(
            picture(0, new GlyphFont(), SpikeTable.of("p", 1, SpikeTimes.none(), new int[0]))
                .width())
        .isEqualTo(1600);
    SpikeTimes one = new SpikeTimes.OfSteps(new int[] {1}, 1, 0.1);
    assertThat(picture(0.1, new GlyphFont(), SpikeTable.of("p", 1, one, new int[] {0})).width())
        .isEqualTo(1600);
  }

  @Test
  void shouldStandABoxForACharacterWithoutGlyph() {
    GlyphFont font = new GlyphFont();
    picture(10, font, SpikeTable.of("τ-cells of 視覚", 1, SpikeTimes.none(), new int[0]));
    assertThat(font.missing()).containsExactly("視", "覚");
  }

  @Test
  void shouldShortenNamesThatAreTooWide() {
    GlyphFont font = new GlyphFont();
    String shortened = font.shortened("n".repeat(5000), 15, 200);
    assertThat(shortened).endsWith("…");
    assertThat(font.width(shortened, 15)).isBetween(180, 200);
    assertThat(font.shortened("short", 15, 200)).isEqualTo("short");
  }
}
