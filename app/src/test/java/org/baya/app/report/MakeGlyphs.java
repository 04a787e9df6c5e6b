package org.baya.app.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.image.BufferedImage;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Made {@code glyphs.bin} (see {@link GlyphFont} for its layout): {@code MakeGlyphs OUT REGULAR.ttf
 * SEMIBOLD.ttf}, run by hand with the fonts Lato-Regular and Lato-Semibold 2.0 (Debian package
 * fonts-lato).
 */
final class MakeGlyphs {
  /** Pixel sizes; the title's is set in the semibold font. */
  private static final int[] SIZES = {13, 15, 17, 26};

  private MakeGlyphs() {}

  public static void main(String[] arguments) throws IOException, FontFormatException {
    Font regular = Font.createFont(Font.TRUETYPE_FONT, Path.of(arguments[1]).toFile());
    Font semibold = Font.createFont(Font.TRUETYPE_FONT, Path.of(arguments[2]).toFile());
    try (OutputStream file = Files.newOutputStream(Path.of(arguments[0]));
        DataOutputStream out =
            new DataOutputStream(new DeflaterOutputStream(file, new Deflater(9)))) {
      out.writeByte(SIZES.length);
      for (int size : SIZES) {
        face(out, (size > 20 ? semibold : regular).deriveFont((float) size), size);
      }
    }
  }

  private static void face(DataOutputStream out, Font font, int size) throws IOException {
    String characters = characters(font);
    out.writeByte(size);
    out.writeShort(characters.length());
    for (int i = 0; i < characters.length(); i++) {
      glyph(out, font, characters.charAt(i));
    }
  }

  /**
   * ASCII, Latin-1, Greek, the punctuation and signs that labels use, and the box for everything
   * else.
   */
  private static String characters(Font font) {
    StringBuilder all = new StringBuilder();
    for (char c = ' '; c < 0x400; c++) {
      if ((c < 0x7F || c > 0x9F && c < 0x180 || c > 0x390) && font.canDisplay(c)) {
        all.append(c);
      }
    }
    for (char c : "–—‘’“”…·×≤≥±µ→".toCharArray()) {
      if (all.indexOf(String.valueOf(c)) < 0 && font.canDisplay(c)) {
        all.append(c);
      }
    }
    return all.append('\uFFFD').toString();
  }

  private static void glyph(DataOutputStream out, Font font, char c) throws IOException {
    FontRenderContext context = new FontRenderContext(null, true, true);
    GlyphVector vector = font.createGlyphVector(context, new char[] {c == '\uFFFD' ? 'n' : c});
    int pad = 48;
    BufferedImage image = new BufferedImage(3 * pad, 3 * pad, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(Color.WHITE);
    if (c == '\uFFFD') {
      g.drawRect(
          pad + 1, pad - font.getSize() * 6 / 10, font.getSize() / 2 - 2, font.getSize() * 6 / 10);
    } else {
      g.fill(vector.getOutline(pad, pad));
    }
    g.dispose();
    write(out, image, c, pad, Math.round(vector.getGlyphMetrics(0).getAdvanceX() * 64));
  }

  private static void write(
      DataOutputStream out, BufferedImage image, char c, int origin, int advance)
      throws IOException {
    int left = image.getWidth();
    int right = 0;
    int top = image.getHeight();
    int bottom = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRaster().getSample(x, y, 0) > 3) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    out.writeShort(c);
    boolean empty = right <= left;
    out.writeByte(empty ? 0 : left - origin);
    out.writeByte(empty ? 0 : top - origin);
    out.writeByte(empty ? 0 : right - left);
    out.writeByte(empty ? 0 : bottom - top);
    out.writeShort(advance);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int v = image.getRaster().getSample(x, y, 0);
        // Thin stems look pale at these sizes: a mild gamma makes up for it.
        out.writeByte((int) Math.round(255 * Math.pow(v / 255.0, 0.8)));
      }
    }
  }
}
