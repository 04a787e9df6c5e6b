package org.baya.io.experiment;

import java.lang.foreign.Arena;
import java.lang.ref.WeakReference;
import org.baya.array.Column;
import org.baya.array.ColumnSource;

/** A source of which several parts are wanted: all who ask in one arena get the same column. */
final class SharedSource implements ColumnSource {
  private final ColumnSource source;
  private WeakReference<Arena> arena = new WeakReference<>(Arena.global());
  private WeakReference<Column> column = new WeakReference<>(null);

  SharedSource(ColumnSource source) {
    this.source = source;
  }

  @Override
  public String place() {
    return source.place();
  }

  @Override
  public synchronized Column open(Arena wanted) {
    Column known = column.get();
    if (known != null && wanted.equals(arena.get())) {
      return known;
    }
    Column opened = source.open(wanted);
    arena = new WeakReference<>(wanted);
    column = new WeakReference<>(opened);
    return opened;
  }
}
