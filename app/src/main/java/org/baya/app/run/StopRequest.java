package org.baya.app.run;

import java.util.ArrayList;
import java.util.List;

/** The wish that a run ends early, with what it has. Safe for use by several threads. */
public final class StopRequest {
  private final List<Runnable> actions = new ArrayList<>();
  private boolean requested;

  /** Lets {@code action} run once the run is to stop, at once if that is already so. */
  public synchronized void onStop(Runnable action) {
    if (requested) {
      action.run();
    } else {
      actions.add(action);
    }
  }

  /** Asks the run to stop. */
  public synchronized void request() {
    if (!requested) {
      requested = true;
      actions.forEach(Runnable::run);
    }
  }

  /** Whether the run was asked to stop. */
  public synchronized boolean isRequested() {
    return requested;
  }
}
