package org.baya.app.report;

import org.baya.app.analysis.SpikeTable;
import org.baya.app.analysis.SpikeTimes;

/** How many dots cover each pixel of the raster. */
final class DotField {
  private final int width;
  private final int height;
  private final int[] covered;

  DotField(int width, int height) {
    this.width = width;
    this.height = height;
    this.covered = new int[width * height];
  }

  /**
   * Where the spikes of a table fall.
   *
   * @param heights of all nodes in (0, 1), indexed from {@code firstNode}
   * @param firstNode the table's first node
   * @param firstGroup the table's first group
   */
  record Place(float[] heights, int firstNode, int firstGroup, double durationMs) {}

  /**
   * Adds all spikes of {@code table}.
   *
   * @param dotWidths by group, in pixels
   * @param dotHeights by group, in pixels
   */
  void add(SpikeTable table, Place place, int[] dotWidths, int[] dotHeights) {
    int[] groupOf = table.groups().groupOf();
    int[] tops = new int[table.size()];
    for (int node = 0; node < tops.length; node++) {
      int middle = (int) (place.heights[place.firstNode + node] * height);
      int dotHeight = dotHeights[place.firstGroup + groupOf[node]];
      tops[node] = Math.clamp(middle - (dotHeight - 1) / 2, 0, height - dotHeight);
    }
    SpikeTimes times = table.times();
    int[] nodes = table.nodes();
    double scale = place.durationMs > 0 ? (width - 1) / place.durationMs : 0;
    int spikes = times.count();
    for (int i = 0; i < spikes; i++) {
      int group = place.firstGroup + groupOf[nodes[i]];
      int w = dotWidths[group];
      int x = Math.clamp(Math.round(times.timeMs(i) * scale) - (w - 1) / 2, 0, width - w);
      stamp(x, tops[nodes[i]], w, dotHeights[group]);
    }
  }

  private void stamp(int left, int top, int w, int h) {
    for (int y = top; y < top + h; y++) {
      for (int x = left; x < left + w; x++) {
        covered[y * width + x]++;
      }
    }
  }

  /** Paints each covered pixel in the colour of the group whose band it lies in. */
  void paint(Picture picture, int left, int top, NodeLayout layout) {
    int[] opacity = opacities();
    int group = 0;
    for (int y = 0; y < height; y++) {
      while (group < layout.groups() - 1 && layout.bandTop(group + 1) * height <= y + 0.5) {
        group++;
      }
      int colour = Palette.colour(group);
      for (int x = 0; x < width; x++) {
        int count = covered[y * width + x];
        if (count > 0) {
          picture.blend(left + x, top + y, colour, opacity[Math.min(count, opacity.length - 1)]);
        }
      }
    }
  }

  /**
   * Opacity by count: 99 of 100 covered pixels stay below full strength. A lone dot is strong on a
   * picture that is mostly white and faint on one that is mostly covered.
   *
   * @return indexed by count; the last element stands for all greater counts
   */
  private int[] opacities() {
    int[] pixelsWith = new int[4096];
    int pixels = 0;
    for (int count : covered) {
      if (count > 0) {
        pixelsWith[Math.min(count, pixelsWith.length - 1)]++;
        pixels++;
      }
    }
    int high = 1;
    for (int sum = pixelsWith[1];
        sum < pixels * 0.99 && high < pixelsWith.length - 1;
        sum += pixelsWith[high]) {
      high++;
    }
    int[] opacity = new int[high + 1];
    double least = Math.clamp(0.95 - 1.1 * pixels / covered.length, 0.25, 0.95);
    for (int count = 1; count <= high; count++) {
      double share = high == 1 ? 1 : Math.log(count) / Math.log(high);
      opacity[count] = (int) Math.round(255 * (least + (0.95 - least) * share));
    }
    return opacity;
  }
}
