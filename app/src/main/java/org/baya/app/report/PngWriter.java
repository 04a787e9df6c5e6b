package org.baya.app.report;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture as PNG (ISO/IEC 15948), 8-bit RGB, no filter. ImageIO would do the same but
 * takes 0.1 s to start.
 *
 * <pre>
 * 89 50 4E 47 0D 0A 1A 0A                               signature
 * IHDR  width i32, height i32, 8, 2 (RGB), 0, 0, 0
 * IDAT  deflate of: for each row 0 (no filter), then R G B of each pixel
 * IEND
 * each chunk: length i32, type 4 bytes, data, CRC-32 of type and data; big-endian
 * </pre>
 */
final class PngWriter {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  /** Level 2 gives 4/3 of the size of level 6 in a quarter of its time. */
  private static final int LEVEL = 2;

  private PngWriter() {}

  static byte[] encode(Picture picture) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 20);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.write(SIGNATURE);
      chunk(out, "IHDR", header(picture));
      chunk(out, "IDAT", deflated(rows(picture)));
      chunk(out, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new IllegalStateException("a byte array cannot fail", e);
    }
    return bytes.toByteArray();
  }

  private static byte[] header(Picture picture) {
    byte[] header = {0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0};
    ByteBuffer.wrap(header).putInt(picture.width()).putInt(picture.height());
    return header;
  }

  private static byte[] rows(Picture picture) {
    byte[] rows = new byte[picture.height() * (1 + 3 * picture.width())];
    int at = 0;
    for (int y = 0; y < picture.height(); y++) {
      at++;
      for (int x = 0; x < picture.width(); x++) {
        int pixel = picture.pixel(x, y);
        rows[at++] = (byte) (pixel >> 16);
        rows[at++] = (byte) (pixel >> 8);
        rows[at++] = (byte) pixel;
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] raw) {
    try (Deflater deflater = new Deflater(LEVEL)) {
      deflater.setInput(raw);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length / 4);
      byte[] buffer = new byte[1 << 16];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    }
  }

  private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeInt(data.length);
    out.write(name);
    out.write(data);
    out.writeInt((int) crc.getValue());
  }
}
