package org.baya.engine;

import java.util.Arrays;
import java.util.List;
import org.baya.model.TimeGrid;

/** Merges the weight logs of one projection's tables at the end of each window. */
final class WeightRecorder {
  private final List<WeightLog> logs;
  private final int[] next;
  private final TimeGrid grid;
  private final WeightListener listener;

  WeightRecorder(List<WeightLog> logs, TimeGrid grid, WeightListener listener) {
    this.logs = List.copyOf(logs);
    this.next = new int[logs.size()];
    this.grid = grid;
    this.listener = listener;
  }

  /** Hands everything to the listener, in order. */
  void publish() {
    Arrays.fill(next, 0);
    for (int first = first(); first >= 0; first = first()) {
      WeightLog log = logs.get(first);
      int at = next[first]++;
      listener.weight(grid.timeMs(log.time(at)), log.source(at), log.target(at), log.weight(at));
    }
    for (int i = 0; i < logs.size(); i++) {
      logs.get(i).clear();
    }
  }

  /** The log whose next entry comes first; -1 if none has any. */
  private int first() {
    int first = -1;
    for (int i = 0; i < next.length; i++) {
      if (next[i] < logs.get(i).size()
          && (first < 0 || logs.get(i).isBefore(next[i], logs.get(first), next[first]))) {
        first = i;
      }
    }
    return first;
  }
}
