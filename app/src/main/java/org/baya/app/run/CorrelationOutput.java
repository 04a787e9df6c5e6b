package org.baya.app.run;

import java.nio.file.Path;
import org.baya.engine.CorrelationRecording;
import org.baya.io.experiment.ColumnFile;

/**
 * A correlation and the file it goes to.
 *
 * @param path of the file
 */
record CorrelationOutput(Path path, CorrelationRecording recording) {

  /** The file's name. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /**
   * Writes both histograms: the difference in the middle of each bin [ms], its number of pairs, the
   * sum of their weights.
   */
  void write() {
    double[] lags = recording.lagsMs();
    new ColumnFile(lags.length)
        .with("lag", lags)
        .with("count_histogram", recording.counts())
        .with("histogram", recording.histogram())
        .write(path);
  }
}
