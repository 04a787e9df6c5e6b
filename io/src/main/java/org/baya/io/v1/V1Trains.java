package org.baya.io.v1;

import java.util.Arrays;
import org.baya.random.Exponential;
import org.baya.random.Gamma;
import org.baya.random.Poisson;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * One second of spikes of the LGN and of the background, at whole milliseconds 1..{@value
 * #LAST_MS}. Immutable; the arrays must not be modified.
 *
 * <p>Each LGN source has a rate drawn from a gamma distribution of mean 8 Hz and fires in a
 * millisecond with that probability, at most once. The background is one train of 1 kHz; a time
 * that occurs twice counts twice.
 */
public final class V1Trains {
  private static final int LAST_MS = 999;
  private static final double RATE_SHAPE = 2.0;
  private static final double RATE_SCALE_HZ = 4.0;
  private static final double MS_PER_S = 1000.0;
  private static final double BACKGROUND_PER_MS = 1.0;

  private static final Purpose LGN = Purpose.of("v1 lgn spikes");
  private static final Purpose BACKGROUND = Purpose.of("v1 background spikes");

  private int[] lgnIds = new int[1024];
  private double[] lgnTimes = new double[1024];
  private int lgnCount;
  private double[] backgroundTimes = new double[2 * LAST_MS];
  private int backgroundCount;

  private V1Trains() {}

  /** Draws the trains of a seed. */
  public static V1Trains draw(long seed) {
    V1Trains trains = new V1Trains();
    trains.drawLgn(new RandomStream(seed, LGN));
    trains.drawBackground(new RandomStream(seed, BACKGROUND));
    return trains;
  }

  /** LGN source of each spike, ascending. */
  int[] lgnIds() {
    return lgnIds;
  }

  /** Time [ms] of each LGN spike, ascending for each source. */
  double[] lgnTimes() {
    return lgnTimes;
  }

  /** Times [ms] of the background, ascending. */
  double[] backgroundTimes() {
    return backgroundTimes;
  }

  private void drawLgn(RandomStream stream) {
    for (int source = 0; source < V1Input.LGN_SOURCES; source++) {
      double rateHz = Gamma.sample(stream.at(source, 0), RATE_SHAPE, RATE_SCALE_HZ);
      double hazard = -Math.log1p(-Math.min(1.0, rateHz / MS_PER_S));
      double time = 1.0 + Math.floor(Exponential.sample(stream, 1.0) / hazard);
      while (time <= LAST_MS) {
        append(source, time);
        time += 1.0 + Math.floor(Exponential.sample(stream, 1.0) / hazard);
      }
    }
    lgnIds = Arrays.copyOf(lgnIds, lgnCount);
    lgnTimes = Arrays.copyOf(lgnTimes, lgnCount);
  }

  private void append(int source, double time) {
    if (lgnCount == lgnIds.length) {
      lgnIds = Arrays.copyOf(lgnIds, 2 * lgnCount);
      lgnTimes = Arrays.copyOf(lgnTimes, 2 * lgnCount);
    }
    lgnIds[lgnCount] = source;
    lgnTimes[lgnCount++] = time;
  }

  private void drawBackground(RandomStream stream) {
    for (int time = 1; time <= LAST_MS; time++) {
      int spikes = (int) Poisson.sample(stream.at(time, 0), BACKGROUND_PER_MS);
      if (backgroundCount + spikes > backgroundTimes.length) {
        backgroundTimes = Arrays.copyOf(backgroundTimes, 2 * (backgroundCount + spikes));
      }
      Arrays.fill(backgroundTimes, backgroundCount, backgroundCount + spikes, time);
      backgroundCount += spikes;
    }
    backgroundTimes = Arrays.copyOf(backgroundTimes, backgroundCount);
  }
}
