package org.baya.app.report;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.InflaterInputStream;

/**
 * Text for pictures from ready-made glyph pictures in {@code glyphs.bin}: needs no font on the
 * machine and no AWT, which costs 0.15 s to start and fails in slim containers. The file is a
 * deflated stream, big-endian:
 *
 * <pre>
 * u8   number of faces
 * per face   u8 pixel size, u16 number of glyphs
 * per glyph  u16 code point, i8 left and i8 top of the box from the pen on the base line, u8 width, u8 height,
 *            u16 advance [1/64 pixel], then width x height bytes of coverage, row by row
 * </pre>
 */
final class GlyphFont {
  private static final char MISSING = '\uFFFD';

  private record Glyph(int left, int top, int width, int height, int advance, byte[] coverage) {

    /**
     * Draws with the base line running along the unit vector {@code (ax, ay)} from {@code (x, y)};
     * down is its right.
     */
    void draw(Picture picture, int x, int y, int ax, int ay, int colour) {
      for (int v = 0; v < height; v++) {
        for (int u = 0; u < width; u++) {
          int along = left + u;
          int down = top + v;
          picture.blend(
              x + along * ax - down * ay,
              y + along * ay + down * ax,
              colour,
              coverage[v * width + u] & 255);
        }
      }
    }
  }

  private final Map<Integer, Map<Character, Glyph>> faces = new HashMap<>();
  private final Set<String> missing = new TreeSet<>();

  /** Loads the glyphs from the resources. */
  GlyphFont() {
    try (DataInputStream in =
        new DataInputStream(
            new InflaterInputStream(new ByteArrayInputStream(Resources.bytes("glyphs.bin"))))) {
      for (int n = in.readUnsignedByte(); n > 0; n--) {
        faces.put(in.readUnsignedByte(), face(in));
      }
    } catch (IOException e) {
      throw new IllegalStateException("glyphs.bin is damaged", e);
    }
  }

  private static Map<Character, Glyph> face(DataInputStream in) throws IOException {
    int count = in.readUnsignedShort();
    Map<Character, Glyph> glyphs = HashMap.newHashMap(count);
    for (int i = 0; i < count; i++) {
      char c = (char) in.readUnsignedShort();
      int left = in.readByte();
      int top = in.readByte();
      int width = in.readUnsignedByte();
      int height = in.readUnsignedByte();
      int advance = in.readUnsignedShort();
      byte[] coverage = new byte[width * height];
      in.readFully(coverage);
      glyphs.put(c, new Glyph(left, top, width, height, advance, coverage));
    }
    return glyphs;
  }

  /** Characters that were asked for but have no glyph; a box stands for each. */
  Set<String> missing() {
    return missing;
  }

  /** Width [pixel] of {@code text} in the face of {@code size} pixels. */
  int width(String text, int size) {
    int pen = 0;
    for (int i = 0; i < text.length(); i++) {
      pen += glyph(text, i, size).advance;
    }
    return pen + 32 >> 6;
  }

  /** {@code text}, or its beginning with an ellipsis, no wider than {@code most} pixels. */
  String shortened(String text, int size, int most) {
    if (width(text, size) <= most) {
      return text;
    }
    int length = text.length();
    while (length > 0 && width(text.substring(0, length) + "…", size) > most) {
      length--;
    }
    return text.substring(0, length) + "…";
  }

  /** Draws {@code text} with its pen starting at {@code (x, y)} on the base line. */
  void draw(Picture picture, String text, int size, int x, int y, int colour) {
    int pen = 0;
    for (int i = 0; i < text.length(); i++) {
      Glyph glyph = glyph(text, i, size);
      glyph.draw(picture, x + (pen + 32 >> 6), y, 1, 0, colour);
      pen += glyph.advance;
    }
  }

  /** As {@link #draw}, running upwards. */
  void drawUpwards(Picture picture, String text, int size, int x, int y, int colour) {
    int pen = 0;
    for (int i = 0; i < text.length(); i++) {
      Glyph glyph = glyph(text, i, size);
      glyph.draw(picture, x, y - (pen + 32 >> 6), 0, -1, colour);
      pen += glyph.advance;
    }
  }

  private Glyph glyph(String text, int i, int size) {
    Map<Character, Glyph> face = Objects.requireNonNull(faces.get(size), "face");
    Glyph glyph = face.get(text.charAt(i));
    if (glyph != null) {
      return glyph;
    }
    missing.add(text.substring(i, i + 1));
    return Objects.requireNonNull(face.get(MISSING), "box for missing glyphs");
  }
}
