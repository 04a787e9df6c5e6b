package org.baya.connect.algebra;

/**
 * From where a mask is seen.
 *
 * @param byTarget whether rows belong to targets (and hold sources) or the other way round
 * @param rows number of nodes that have a row
 * @param nodes number of nodes that a row may hold
 * @param scene the populations and their random numbers
 */
record Side(boolean byTarget, int rows, int nodes, Scene scene) {

  /** The same mask seen from the other side. */
  Side other() {
    int otherRows = nodes;
    int otherNodes = rows;
    return new Side(!byTarget, otherRows, otherNodes, scene);
  }

  /** The same side of other numbers of nodes. */
  Side resized(int newRows, int newNodes) {
    return new Side(byTarget, newRows, newNodes, scene);
  }

  /** Of a number for sources and one for targets: the one for rows. */
  int ofRows(int forSources, int forTargets) {
    return byTarget ? forTargets : forSources;
  }

  /** Of a number for sources and one for targets: the one for the nodes of a row. */
  int ofNodes(int forSources, int forTargets) {
    return byTarget ? forSources : forTargets;
  }
}
