package org.baya.app.report;

import java.util.Arrays;

/**
 * An opaque picture that can be drawn on: rows of 0xRRGGBB from the top. Whatever lies outside is
 * not drawn.
 */
final class Picture {
  private final int width;
  private final int height;
  private final int[] pixels;

  Picture(int width, int height, int background) {
    this.width = width;
    this.height = height;
    this.pixels = new int[width * height];
    Arrays.fill(pixels, background);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int pixel(int x, int y) {
    return pixels[y * width + x];
  }

  /** Lays {@code colour} over a pixel with opacity {@code alpha} in [0, 255]. */
  void blend(int x, int y, int colour, int alpha) {
    if (alpha == 0 || x < 0 || y < 0 || x >= width || y >= height) {
      return;
    }
    int at = y * width + x;
    int old = pixels[at];
    int rest = 255 - alpha;
    int red = ((colour >> 16 & 255) * alpha + (old >> 16 & 255) * rest + 127) / 255;
    int green = ((colour >> 8 & 255) * alpha + (old >> 8 & 255) * rest + 127) / 255;
    int blue = ((colour & 255) * alpha + (old & 255) * rest + 127) / 255;
    pixels[at] = red << 16 | green << 8 | blue;
  }

  void fill(int left, int top, int w, int h, int colour, int alpha) {
    for (int y = top; y < top + h; y++) {
      for (int x = left; x < left + w; x++) {
        blend(x, y, colour, alpha);
      }
    }
  }

  /**
   * A curve that is two pixels strong, without gaps however steep it is.
   *
   * @param tops height of the curve above each column from {@code left}, in pixels from the upper
   *     edge
   */
  void curve(int left, double[] tops, int colour, int alpha) {
    for (int i = 0; i < tops.length; i++) {
      double before = i == 0 ? tops[i] : (tops[i - 1] + tops[i]) / 2;
      double after = i == tops.length - 1 ? tops[i] : (tops[i] + tops[i + 1]) / 2;
      double upper = Math.min(tops[i], Math.min(before, after)) - 0.8;
      double lower = Math.max(tops[i], Math.max(before, after)) + 0.8;
      for (int y = (int) Math.floor(upper); y < lower; y++) {
        double covered = Math.min(y + 1, lower) - Math.max(y, upper);
        blend(left + i, y, colour, (int) (alpha * Math.clamp(covered, 0, 1)));
      }
    }
  }
}
