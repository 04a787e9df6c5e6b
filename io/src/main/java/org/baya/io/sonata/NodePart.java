package org.baya.io.sonata;

import java.util.List;

/**
 * Those nodes of one SONATA population that make one population of ours, which has one model and
 * one shape of every list parameter. Mostly it is all of them.
 *
 * @param name of our population
 * @param nodes the population it is part of
 * @param rows rows of its nodes in their file, ascending
 * @param cells the model of each node: an index into {@code models}
 * @param models the models that occur
 */
record NodePart(String name, NodeTable nodes, int[] rows, int[] cells, List<CellModel> models) {

  NodePart {
    models = List.copyOf(models);
  }

  boolean isVirtual() {
    return models.getFirst().isVirtual();
  }

  int size() {
    return rows.length;
  }

  /** Whether it is the whole population in the order of its file. */
  boolean isWhole() {
    return rows.length == nodes.size();
  }
}
