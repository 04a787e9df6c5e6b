package org.baya.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.baya.compiled.CompiledNetwork;
import org.baya.compiled.ProceduralGroup;
import org.baya.compiled.ProceduralRows;
import org.baya.compiled.SpikeList;

/**
 * Delivers spikes through synapses that are not stored. Once the spikes of a window are known, the
 * workers share them in chunks and draw their rows; each chunk keeps what it drew apart by shard.
 * When all have drawn, every shard takes over its events chunk by chunk, which is the order of the
 * spikes, whoever drew them.
 */
final class ProceduralDelivery {
  /** So many chunks for each worker keep all busy to the end. */
  private static final int CHUNKS_PER_WORKER = 8;

  private final List<ProceduralGroup> groups;
  private final List<List<Drawer>> drawers = new ArrayList<>();
  private final EventList[][][] drawn;
  private final AtomicInteger next = new AtomicInteger();
  private long[] spikes = {};
  private int size;
  private int firstStep;

  /** One worker's way to make the rows of one projection. */
  private record Drawer(ProceduralRows rows, ProceduralRows.Reader reader) {}

  ProceduralDelivery(CompiledNetwork network, int workers) {
    groups = network.procedural();
    for (int worker = 0; worker < workers; worker++) {
      List<Drawer> own = new ArrayList<>();
      for (ProceduralGroup group : groups) {
        group.rows().forEach(rows -> own.add(new Drawer(rows, rows.reader())));
      }
      drawers.add(own);
    }
    drawn = new EventList[CHUNKS_PER_WORKER * workers][groups.size()][network.shards().size()];
    for (EventList[][] chunk : drawn) {
      for (int group = 0; group < chunk.length; group++) {
        for (int shard = 0; shard < chunk[group].length; shard++) {
          chunk[group][shard] = new EventList(groups.get(group).form());
        }
      }
    }
  }

  /** Begins a window; all events of the last have been collected. */
  void begin(SpikeList exchanged, int windowStart) {
    spikes = exchanged.keys();
    size = exchanged.size();
    firstStep = windowStart;
    next.set(0);
  }

  /** Draws chunks until none is left. */
  void draw(int worker) {
    for (int chunk = next.getAndIncrement(); chunk < drawn.length; chunk = next.getAndIncrement()) {
      int from = (int) ((long) size * chunk / drawn.length);
      int to = (int) ((long) size * (chunk + 1) / drawn.length);
      for (int i = from; i < to; i++) {
        draw(drawers.get(worker), spikes[i], drawn[chunk]);
      }
    }
  }

  private void draw(List<Drawer> own, long spike, EventList[][] lists) {
    int node = SpikeList.node(spike);
    int step = SpikeList.step(spike) - firstStep;
    int drawer = 0;
    for (int group = 0; group < lists.length; group++) {
      for (int i = groups.get(group).rows().size(); i > 0; i--) {
        Drawer one = own.get(drawer++);
        int source = node - one.rows.firstSource();
        if (source >= 0 && source < one.rows.sources()) {
          draw(one.reader, source, step, lists[group]);
        }
      }
    }
  }

  private static void draw(ProceduralRows.Reader reader, int source, int step, EventList[] lists) {
    reader.seek(source);
    for (int n = reader.next(); n > 0; n = reader.next()) {
      final int[] places = reader.places();
      final int[] delays = reader.delaySteps();
      final double[] weights = reader.weights();
      for (int k = 0; k < n; k++) {
        lists[places[k] >>> 16].add(step + delays[k], places[k] & 0xFFFF, weights[k]);
      }
    }
  }

  /**
   * Moves the events of a shard to its wheels; returns their number.
   *
   * @param wheels by group
   */
  long collect(int shard, List<EventWheel> wheels) {
    long events = 0;
    for (EventList[][] chunk : drawn) {
      for (int group = 0; group < chunk.length; group++) {
        EventList list = chunk[group][shard];
        if (list.size() > 0) {
          wheels.get(group).append(list, firstStep);
          events += list.size();
          list.clear();
        }
      }
    }
    return events;
  }
}
