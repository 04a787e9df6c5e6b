package org.baya.compiled;

import java.util.Arrays;
import org.baya.model.VolumeSpikes;

/**
 * The spikes that reach one volume transmitter, in the order of their times. Filled between
 * windows, read within them.
 */
public final class VolumeSignal implements VolumeSpikes {
  private final int firstSource;
  private final int[] start;
  private final int[] delays;
  private int[] times = new int[64];
  private int first;
  private int end;

  /**
   * A transmitter without spikes yet.
   *
   * @param firstSource global node number of the first source
   * @param start connections of source {@code firstSource + i} are {@code start[i]..start[i + 1] -
   *     1}
   * @param delays of the connections [steps]
   */
  public VolumeSignal(int firstSource, int[] start, int[] delays) {
    this.firstSource = firstSource;
    this.start = start;
    this.delays = delays;
  }

  /** Takes in the spikes {@code keys[from..to-1]} of {@link SpikeList} form. */
  public void add(long[] keys, int from, int to) {
    for (int i = from; i < to; i++) {
      int source = SpikeList.node(keys[i]) - firstSource;
      if (source >= 0 && source < start.length - 1) {
        for (int c = start[source]; c < start[source + 1]; c++) {
          insert(SpikeList.step(keys[i]) + 1 + delays[c]);
        }
      }
    }
  }

  private void insert(int time) {
    if (end - first == times.length) {
      times = Arrays.copyOf(times, 2 * times.length);
    }
    int at = end - first;
    while (at > 0 && times[at - 1] > time) {
      times[at] = times[at - 1];
      at--;
    }
    times[at] = time;
    end++;
  }

  /** Forgets the spikes up to a time; all synapses have taken them in. */
  public void forget(int upTo) {
    int known = end - first;
    int gone = 0;
    while (gone < known && times[gone] <= upTo) {
      gone++;
    }
    System.arraycopy(times, gone, times, 0, known - gone);
    first += gone;
  }

  /** Number of spikes that are kept. */
  public int size() {
    return end - first;
  }

  @Override
  public int end() {
    return end;
  }

  @Override
  public int time(int number) {
    return times[number - first];
  }
}
