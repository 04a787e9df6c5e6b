package org.baya.app.run;

import java.nio.file.Path;
import org.baya.engine.CorrelationRecording;
import org.baya.io.text.CsvFile;

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

  /** Writes the histogram: the difference in the middle of each bin, and its number of pairs. */
  void write() {
    try (CsvFile file = CsvFile.create(path, "lag_ms", "count")) {
      double[] lags = recording.lagsMs();
      long[] counts = recording.histogram();
      for (int bin = 0; bin < lags.length; bin++) {
        file.add(lags[bin]);
        file.add(counts[bin]);
        file.endLine();
      }
      file.commit();
    }
  }
}
