package org.baya.io.v1;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A comma-separated table with a header line that is shipped beside this package. */
final class ResourceTable {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private final List<CSVRecord> rows;

  private ResourceTable(List<CSVRecord> rows) {
    this.rows = rows;
  }

  /** The table {@code name}; a shipped table that cannot be read is a broken installation. */
  static ResourceTable load(String name) {
    try (InputStream stream = ResourceTable.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("resource " + name + " is missing");
      }
      try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
        return new ResourceTable(FORMAT.parse(reader).getRecords());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int rows() {
    return rows.size();
  }

  String text(int row, String column) {
    return rows.get(row).get(column);
  }

  boolean isBlank(int row, String column) {
    return text(row, column).isBlank();
  }

  double number(int row, String column) {
    return Double.parseDouble(text(row, column));
  }

  int integer(int row, String column) {
    return Integer.parseInt(text(row, column));
  }
}
