package org.baya.app.report;

import java.util.List;
import org.baya.app.analysis.PopulationStatistics;
import org.baya.app.analysis.SpikeTable;

/**
 * {@code raster.png}: every spike as a dot, neurons from top to bottom by group, and below it the
 * rate over time. Dots are large where there are few; where several fall on the same pixel it is
 * painted stronger, on a scale that the pixels themselves give.
 */
final class RasterImage {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1000;
  private static final int RIGHT = 1516;
  private static final int RASTER_TOP = 96;
  private static final int RASTER_BOTTOM = 726;
  private static final int RATE_TOP = 756;
  private static final int RATE_BOTTOM = 922;
  private static final int LABEL_SPACE = 220;

  private static final int PAPER = 0xFFFFFF;
  private static final int INK = 0x1B2430;
  private static final int GREY = 0x66707C;
  private static final int LINE = 0xC9D0D8;

  private static final int TITLE = 26;
  private static final int TEXT = 17;
  private static final int LABEL = 15;
  private static final int SMALL = 13;

  /** Least distance [pixel] of two labels' base lines. */
  private static final int LABEL_STEP = 14;

  private final Picture picture = new Picture(WIDTH, HEIGHT, PAPER);
  private final GlyphFont font;
  private final NodeLayout layout;
  private final double durationMs;
  private final int left;

  private RasterImage(NodeLayout layout, double durationMs, GlyphFont font) {
    this.layout = layout;
    this.durationMs = durationMs;
    this.font = font;
    int widest = 60;
    for (int g = 0; g < layout.groups(); g++) {
      widest = Math.max(widest, Math.min(LABEL_SPACE, font.width(layout.groupName(g), LABEL)));
    }
    this.left = 34 + widest + 12;
  }

  static Picture of(
      RunSummary run,
      List<SpikeTable> tables,
      NodeLayout layout,
      SpikeStatistics statistics,
      GlyphFont font) {
    RasterImage image = new RasterImage(layout, run.durationMs(), font);
    image.heading(run);
    image.frame();
    image.dots(tables, statistics.rates());
    image.labels(run.statistics());
    image.rates(statistics.rates());
    image.timeAxis();
    return image.picture;
  }

  private void heading(RunSummary run) {
    font.draw(picture, font.shortened(run.name(), TITLE, RIGHT - 34), TITLE, 34, 46, INK);
    Activity activity = run.activity();
    String line =
        String.join(
            "  ·  ",
            Figures.grouped(run.network().neurons()) + " neurons",
            Figures.grouped(run.network().synapses()) + " synapses",
            Figures.grouped(activity.spikes())
                + " spikes in "
                + Figures.plain(run.durationMs())
                + " ms",
            "mean rate " + Figures.fixed(activity.meanRateHz(), 2) + " Hz",
            "Baya " + run.version());
    font.draw(picture, font.shortened(line, TEXT, RIGHT - 34), TEXT, 34, 74, GREY);
  }

  /** Lines between the groups and around the panels. */
  private void frame() {
    for (int g = 0; g <= layout.groups(); g++) {
      picture.fill(left, yOf(layout.bandTop(g)), RIGHT - left, 1, LINE, 110);
    }
    Ticks ticks = Ticks.of(durationMs, 10);
    for (int i = 0; i < ticks.count(); i++) {
      picture.fill(xOf(ticks.value(i)), RATE_TOP, 1, RATE_BOTTOM - RATE_TOP, LINE, 110);
    }
    box(RASTER_TOP, RASTER_BOTTOM);
    box(RATE_TOP, RATE_BOTTOM);
  }

  private void box(int top, int bottom) {
    picture.fill(left - 1, top - 1, RIGHT - left + 2, 1, LINE, 255);
    picture.fill(left - 1, bottom, RIGHT - left + 2, 1, LINE, 255);
    picture.fill(left - 1, top - 1, 1, bottom - top + 2, LINE, 255);
    picture.fill(RIGHT, top - 1, 1, bottom - top + 2, LINE, 255);
  }

  private int yOf(double height) {
    return RASTER_TOP + (int) Math.round(height * (RASTER_BOTTOM - RASTER_TOP));
  }

  private int xOf(double timeMs) {
    return left + (durationMs > 0 ? (int) Math.round(timeMs / durationMs * (RIGHT - left - 1)) : 0);
  }

  /** Dots of one size, but one pixel larger in groups where few fired. */
  private void dots(List<SpikeTable> tables, RateBins bins) {
    int groups = layout.groups();
    long spikes = 0;
    for (int g = 0; g < groups; g++) {
      spikes += bins.spikes(g);
    }
    int w = RIGHT - left;
    int h = RASTER_BOTTOM - RASTER_TOP;
    int size = dotSize(spikes, (double) w * h);
    int[] widths = new int[groups];
    int[] heights = new int[groups];
    for (int g = 0; g < groups; g++) {
      double band = (layout.bandTop(g + 1) - layout.bandTop(g)) * h;
      int row = (int) (band / Math.max(1, layout.groupSize(g)));
      widths[g] = Math.min(size + 1, dotSize(bins.spikes(g), w * band));
      heights[g] = Math.max(widths[g], Math.min(14, row * 3 / 4));
    }
    DotField field = new DotField(w, h);
    float[] rows = layout.heights();
    for (int t = 0; t < tables.size(); t++) {
      field.add(
          tables.get(t),
          new DotField.Place(rows, layout.firstNode(t), layout.firstGroup(t), durationMs),
          widths,
          heights);
    }
    field.paint(picture, left, RASTER_TOP, layout);
  }

  /** The largest dot of at most 4 pixels that leaves most of {@code area} white. */
  private static int dotSize(long spikes, double area) {
    int size = 4;
    while (size > 1 && (double) spikes * size * size > area / 5) {
      size--;
    }
    return size;
  }

  /** Names at the left, mean rates at the right, as many as there is room for. */
  private void labels(List<PopulationStatistics> groups) {
    font.draw(picture, "mean [Hz]", SMALL, RIGHT + 12, RASTER_TOP - 8, GREY);
    int last = RASTER_TOP - LABEL_STEP;
    for (int g = 0; g < layout.groups(); g++) {
      int base = (yOf(layout.bandTop(g)) + yOf(layout.bandTop(g + 1))) / 2 + 5;
      if (layout.groupSize(g) == 0 || base - last < LABEL_STEP) {
        continue;
      }
      last = base;
      String name = font.shortened(layout.groupName(g), LABEL, LABEL_SPACE);
      font.draw(picture, name, LABEL, left - 10 - font.width(name, LABEL), base, Palette.colour(g));
      double rate = groups.get(g).ratesHz().mean();
      if (Double.isFinite(rate)) {
        font.draw(picture, Figures.fixed(rate, 1), LABEL, RIGHT + 12, base, Palette.colour(g));
      }
    }
    if (layout.groups() == 0) {
      String nothing = "no spikes were recorded";
      font.draw(
          picture,
          nothing,
          TEXT,
          (left + RIGHT - font.width(nothing, TEXT)) / 2,
          (RASTER_TOP + RASTER_BOTTOM) / 2,
          GREY);
    }
  }

  private void rates(RateBins bins) {
    double[] total = bins.totalRatesHz(layout.nodes());
    double most = 0;
    for (double rate : total) {
      most = Math.max(most, Double.isFinite(rate) ? rate : 0);
    }
    Ticks ticks = Ticks.of(most > 0 ? most * 1.08 : 1, 4);
    double scale = (RATE_BOTTOM - RATE_TOP) / (most > 0 ? most * 1.08 : 1);
    int widest = 0;
    for (int i = 0; i < ticks.count(); i++) {
      int y = RATE_BOTTOM - (int) Math.round(ticks.value(i) * scale);
      picture.fill(left, y, RIGHT - left, 1, LINE, 110);
      String label = ticks.label(i);
      widest = Math.max(widest, font.width(label, LABEL));
      font.draw(picture, label, LABEL, left - 10 - font.width(label, LABEL), y + 5, GREY);
    }
    if (most > 0) {
      area(total, bins, scale);
    }
    String title = "rate [Hz]";
    int middle = (RATE_TOP + RATE_BOTTOM + font.width(title, TEXT)) / 2;
    font.drawUpwards(picture, title, TEXT, left - 22 - widest, middle, GREY);
    String note = "all neurons, bins of " + Figures.plain(bins.binMs()) + " ms";
    font.draw(picture, note, SMALL, RIGHT - font.width(note, SMALL), RATE_TOP - 8, GREY);
  }

  /** The stairs of the rate, filled. */
  private void area(double[] ratesHz, RateBins bins, double scale) {
    double[] tops = new double[RIGHT - left];
    for (int x = 0; x < tops.length; x++) {
      int bin = (int) ((x + 0.5) / tops.length * durationMs / bins.binMs());
      double rate = ratesHz[Math.min(bin, ratesHz.length - 1)];
      tops[x] = RATE_BOTTOM - rate * scale;
      picture.fill(
          left + x,
          (int) Math.round(tops[x]),
          1,
          RATE_BOTTOM - (int) Math.round(tops[x]),
          Palette.colour(0),
          45);
    }
    picture.curve(left, tops, Palette.colour(0), 255);
  }

  private void timeAxis() {
    Ticks ticks = Ticks.of(durationMs, 10);
    for (int i = 0; i < ticks.count(); i++) {
      int x = xOf(ticks.value(i));
      picture.fill(x, RATE_BOTTOM, 1, 6, GREY, 255);
      String label = ticks.label(i);
      font.draw(picture, label, LABEL, x - font.width(label, LABEL) / 2, RATE_BOTTOM + 22, GREY);
    }
    String title = "time [ms]";
    font.draw(
        picture, title, TEXT, (left + RIGHT - font.width(title, TEXT)) / 2, RATE_BOTTOM + 46, GREY);
    String missing = String.join("", font.missing());
    if (!missing.isEmpty()) {
      font.draw(
          picture, "some characters of the names have no glyph here", SMALL, 34, HEIGHT - 12, GREY);
    }
  }
}
