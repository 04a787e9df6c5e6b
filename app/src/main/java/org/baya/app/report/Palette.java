package org.baya.app.report;

/**
 * Colours of groups: neighbours differ in hue, and all keep their contrast on white and on black.
 */
final class Palette {
  private static final int[] COLOURS = {
    0x3B6FD4, 0xD9482B, 0x2A9D6F, 0x8A55C7, 0xC07A00, 0x0F9FB5, 0xC9407F, 0x7A8B1F, 0x96613F,
        0x5B78A0, 0x3FA34D, 0xE0709B,
    0x5A55D6, 0xC2641A, 0x128C7E, 0xA94FB8, 0x9A8412, 0x2E8FD0, 0xD1495B, 0x5E9A2B, 0x7D6B5D,
        0x7C8DB5, 0x1FA37A, 0xB86F9E,
  };

  private Palette() {}

  /** Colour of group {@code g} as 0xRRGGBB; repeats after 24 groups. */
  static int colour(int g) {
    return COLOURS[g % COLOURS.length];
  }
}
