package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.util.Arrays;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;
import org.baya.error.InvalidInputException;
import org.baya.network.SpikeTrains;

/**
 * Spikes counted in bins of equal width. Those in bin k of a node come at the end of the bin, at (k
 * + 1) times the width, as often as they are counted.
 */
final class Raster {
  private static final double MOST_SPIKES = Integer.MAX_VALUE - 8;

  private Raster() {}

  /**
   * The trains of a raster.
   *
   * @param cells rows of node, bin, count
   */
  static SpikeTrains trains(ColumnSource cells, double widthMs) {
    ColumnSource shared = new SharedSource(new SpikeSource(cells, widthMs));
    return SpikeTrains.of(new ComponentSource(shared, 0), new ComponentSource(shared, 1));
  }

  /** Rows of node and time [ms]. */
  private record SpikeSource(ColumnSource cells, double widthMs) implements ColumnSource {
    @Override
    public String place() {
      return cells.place();
    }

    @Override
    public Column open(Arena arena) {
      double[] all = cells.open(arena).toDoubles();
      double[] spikes = new double[2 * Math.toIntExact(count(all))];
      int at = 0;
      for (int i = 0; i < all.length; i += 3) {
        for (int n = 0; n < (int) all[i + 2]; n++) {
          spikes[at++] = all[i];
          spikes[at++] = (all[i + 1] + 1) * widthMs;
        }
      }
      return SegmentColumn.matrix(place(), 2, Arrays.copyOf(spikes, at));
    }

    private long count(double[] all) {
      double total = 0;
      for (int i = 0; i < all.length; i += 3) {
        double count = all[i + 2];
        total += count;
        if (count < 0 || count != Math.rint(count) || total > MOST_SPIKES / 2) {
          throw new InvalidInputException(
              place(),
              "the cell in row "
                  + (int) all[i]
                  + ", column "
                  + (int) all[i + 1]
                  + " is "
                  + count
                  + "; allowed is a number of spikes");
        }
      }
      return (long) total;
    }
  }
}
