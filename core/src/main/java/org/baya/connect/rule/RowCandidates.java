package org.baya.connect.rule;

import java.util.Arrays;
import java.util.Optional;
import org.baya.connect.Candidates;
import org.baya.connect.ConnectionRule.Request;
import org.baya.connect.EdgeList.Order;

/**
 * The nodes that one row after another may reach, numbered from 0: all of the other side or those
 * within a mask, with or without the row's own node. Without a mask they are never listed.
 *
 * <p>Not safe for use by several threads.
 */
final class RowCandidates {
  private final int nodes;
  private final Reach reach;
  private final Optional<Candidates.Search> search;
  private final int[] list;
  private int row;
  private int first;

  RowCandidates(Request request, Order order, Reach reach) {
    nodes = order == Order.BY_SOURCE ? request.targets() : request.sources();
    this.reach = reach;
    search =
        (order == Order.BY_SOURCE ? request.aroundSources() : request.aroundTargets())
            .map(Candidates::search);
    list = new int[search.isPresent() ? nodes : 0];
  }

  /** Moves to a row; returns how many candidates it has. */
  int find(int row) {
    this.row = row;
    return search.isPresent() ? within(search.get().find(row, list)) : everywhere();
  }

  private int everywhere() {
    return switch (reach) {
      case ALL -> nodes;
      case OTHERS -> Math.max(0, nodes - 1);
      case FROM_SELF -> nodes - row;
      case AFTER_SELF -> nodes - row - 1;
    };
  }

  /** Leaves out of the first {@code found} of the list what the row must not reach. */
  private int within(int found) {
    first = 0;
    if (reach == Reach.ALL) {
      return found;
    }
    int at = Arrays.binarySearch(list, 0, found, row);
    boolean there = at >= 0;
    int place = there ? at : -at - 1;
    if (reach != Reach.OTHERS) {
      first = place + (there && reach == Reach.AFTER_SELF ? 1 : 0);
      return found - first;
    }
    if (there) {
      System.arraycopy(list, place + 1, list, place, found - place - 1);
      return found - 1;
    }
    return found;
  }

  /**
   * Replaces numbers of candidates by the nodes they are.
   *
   * @param numbers modified, the first n
   */
  void toNodes(int[] numbers, int n) {
    if (search.isPresent()) {
      lookUp(numbers, n);
    } else if (reach == Reach.OTHERS) {
      stepOver(numbers, n, row);
    } else if (reach != Reach.ALL) {
      shift(numbers, n, reach == Reach.FROM_SELF ? row : row + 1);
    }
  }

  private void lookUp(int[] numbers, int n) {
    for (int i = 0; i < n; i++) {
      numbers[i] = list[first + numbers[i]];
    }
  }

  private static void stepOver(int[] numbers, int n, int own) {
    for (int i = 0; i < n; i++) {
      numbers[i] += numbers[i] >= own ? 1 : 0;
    }
  }

  private static void shift(int[] numbers, int n, int by) {
    for (int i = 0; i < n; i++) {
      numbers[i] += by;
    }
  }
}
