package org.baya.app.bench;

/** What is taken from every run. */
public enum Figure {
  SETUP("setup_s", "setup", Unit.SECONDS),
  SIMULATE("simulate_s", "simulate", Unit.SECONDS),
  TOTAL("total_s", "total", Unit.SECONDS),
  PEAK_MEMORY("peak_memory_bytes", "peak memory", Unit.BYTES),
  START("start_s", "start", Unit.SECONDS),
  LOAD("load_s", "load", Unit.SECONDS),
  BUILD("build_s", "build", Unit.SECONDS),
  READ("read_s", "read once", Unit.SECONDS),
  DELIVER("deliver_s", "deliver", Unit.SECONDS),
  UPDATE("update_s", "update", Unit.SECONDS),
  EXCHANGE("exchange_s", "exchange", Unit.SECONDS),
  RECORD("record_s", "record", Unit.SECONDS),
  WAIT("wait_s", "wait", Unit.SECONDS),
  NS_PER_EVENT("ns_per_event", "ns per synaptic event and core", Unit.NUMBER),
  NS_PER_UPDATE("ns_per_update", "ns per neuron update and core", Unit.NUMBER),
  BYTES_PER_SYNAPSE("bytes_per_synapse", "bytes per synapse", Unit.NUMBER),
  SYNAPSES_PER_S("synapses_per_s", "synapses/s", Unit.MILLIONS),
  ALLOCATED("allocated_share", "allocated/network", Unit.NUMBER);

  /** How a figure is written. */
  public enum Unit {
    SECONDS,
    BYTES,
    MILLIONS,
    NUMBER
  }

  private final String key;
  private final String title;
  private final Unit unit;

  Figure(String key, String title, Unit unit) {
    this.key = key;
    this.title = title;
    this.unit = unit;
  }

  /** The name in JSON. */
  public String key() {
    return key;
  }

  /** The name in tables. */
  public String title() {
    return title;
  }

  /** The name above a column of tables. */
  public String head() {
    return switch (this) {
      case NS_PER_EVENT -> "ns/event";
      case NS_PER_UPDATE -> "ns/update";
      case BYTES_PER_SYNAPSE -> "bytes/synapse";
      case PEAK_MEMORY -> "memory";
      default -> title;
    };
  }

  /** Whether a larger number is better. */
  public boolean isMoreBetter() {
    return this == SYNAPSES_PER_S;
  }

  /** How it is written. */
  public Unit unit() {
    return unit;
  }
}
