package org.baya.engine;

/** Receives the spikes of all neurons and injectors as the run goes on. */
@FunctionalInterface
public interface SpikeListener {

  /**
   * The spikes of one window, sorted by step, then node; called in the order of windows, by one
   * thread at a time.
   *
   * @param keys spikes as {@link org.baya.compiled.SpikeList#key}; valid during the call only
   * @param n their number
   */
  void spikes(long[] keys, int n);
}
