package org.baya.io.experiment;

import java.util.List;
import java.util.Map;
import org.baya.array.ColumnSource;
import org.baya.array.SegmentColumn;

/** Stands for a file that cannot be read, so that this one error brings no others. What reads it is left out of the experiment. */
final class LostDataFile implements DataFile {
  private static final ColumnSource NOTHING = ColumnSource.of(SegmentColumn.of("a file that cannot be read", new double[0]));

  @Override
  public ColumnSource column(String name) {
    return NOTHING;
  }

  @Override
  public ColumnSource only() {
    return NOTHING;
  }

  @Override
  public Map<String, ColumnSource> table(String group) {
    return Map.of();
  }

  @Override
  public List<String> texts(String name) {
    return List.of();
  }
}
