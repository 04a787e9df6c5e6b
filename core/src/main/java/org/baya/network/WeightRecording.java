package org.baya.network;

/**
 * Weights of plastic synapses to be written down.
 *
 * @param projection its name
 * @param moment when
 * @param format of the file
 */
public record WeightRecording(String projection, Moment moment, Format format) {

  /** When weights are written down. */
  public enum Moment {
    /** What each synapse transmits, at each spike of its source. */
    EACH_SPIKE("weights"),
    /** The weight of every synapse at the end of the run. */
    END("final_weights");

    private final String key;

    Moment(String key) {
      this.key = key;
    }

    /** The name in experiments and of files. */
    public String key() {
      return key;
    }
  }

  /** Kinds of files. */
  public enum Format {
    /** HDF5: one dataset for each column. */
    H5,
    /** An archive of NumPy arrays, one for each column. */
    NPZ,
    /** Text with a header. */
    CSV
  }

  /** Where it stands in an experiment. */
  public String place() {
    return "record." + moment.key() + ".of";
  }
}
