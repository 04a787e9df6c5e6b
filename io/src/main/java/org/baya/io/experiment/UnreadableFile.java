package org.baya.io.experiment;

import java.util.List;
import java.util.Map;
import org.baya.array.ColumnSource;

/**
 * Stands for a file that cannot be read, so that its error is reported once and not for every
 * column that is looked for in it.
 */
final class UnreadableFile implements DataFile {

  /** Something in an unreadable file was asked for; the reason has been reported. */
  static final class AlreadyReportedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public ColumnSource column(String name) {
    throw new AlreadyReportedException();
  }

  @Override
  public ColumnSource only() {
    throw new AlreadyReportedException();
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    throw new AlreadyReportedException();
  }

  @Override
  public List<String> texts(String name) {
    throw new AlreadyReportedException();
  }
}
