package org.baya.app.report;

import java.util.Base64;

/**
 * The spikes that the page shows, as text of base64. The bytes are one array after the other,
 * without gaps:
 *
 * <pre>
 * ticks  time of each spike in ticks, ascending                     u32 x n
 * rows   row of its neuron in the raster, see {@link NodeLayout}    u32 x n
 * nodes  index of its neuron in its own population                  u32 x n, left out where it is the row
 * </pre>
 *
 * All are little-endian, and u16 where the largest value of all three allows it; the page tells the
 * form from the length.
 */
final class SpikeBlock {
  private SpikeBlock() {}

  /** The text, ASCII. */
  static byte[] base64(SpikeSample sample, NodeLayout layout) {
    int count = sample.count();
    int[] nodes = sample.nodes();
    int[] rows = new int[count];
    int[] own = new int[count];
    int differ = 0;
    int largest = 0;
    for (int i = 0; i < count; i++) {
      int node = nodes[i];
      rows[i] = layout.rowOf(node);
      own[i] = node - layout.firstNode(layout.tableOf(node));
      differ |= rows[i] ^ own[i];
      largest = Math.max(largest, Math.max(rows[i], sample.ticks()[i]));
    }
    int width = largest > 0xFFFF ? 4 : 2;
    byte[] bytes = new byte[(differ == 0 ? 2 : 3) * count * width];
    pack(sample.ticks(), bytes, 0, width);
    pack(rows, bytes, count * width, width);
    if (differ != 0) {
      pack(own, bytes, 2 * count * width, width);
    }
    return Base64.getEncoder().encode(bytes);
  }

  private static void pack(int[] values, byte[] out, int from, int width) {
    int at = from;
    for (int value : values) {
      out[at] = (byte) value;
      out[at + 1] = (byte) (value >> 8);
      if (width == 4) {
        out[at + 2] = (byte) (value >> 16);
        out[at + 3] = (byte) (value >> 24);
      }
      at += width;
    }
  }
}
