package org.baya.io.sonata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.catalog.Catalog;
import org.baya.model.Model;
import org.baya.model.Parameter;

/** Splits a population of nodes by model and by the lengths of list parameters. */
final class NodeParts {
  private final NodeTable nodes;
  private final Catalog catalog;
  private final List<CellModel> models = new ArrayList<>();
  private final int[] modelOf;
  private final List<NodePart> parts = new ArrayList<>();
  private final int[] partOf;
  private final int[] indexInPart;

  private NodeParts(NodeTable nodes, Optional<Path> directory, Catalog catalog) {
    this.nodes = nodes;
    this.catalog = catalog;
    this.modelOf = models(directory);
    this.partOf = new int[nodes.size()];
    this.indexInPart = new int[nodes.size()];
    split();
  }

  /**
   * Splits a population.
   *
   * @param directory of the parameter files
   */
  static NodeParts of(NodeTable nodes, Optional<Path> directory, Catalog catalog) {
    return new NodeParts(nodes, directory, catalog);
  }

  /** The population. */
  NodeTable nodes() {
    return nodes;
  }

  /** The parts, in the order of their first nodes. */
  List<NodePart> parts() {
    return parts;
  }

  /** The part of each node. */
  int[] partOf() {
    return partOf;
  }

  /** The index of each node in its part. */
  int[] indexInPart() {
    return indexInPart;
  }

  /** Finds the model of every node; those that are described alike share one. */
  private int[] models(Optional<Path> directory) {
    int[] modelOf = new int[nodes.size()];
    Optional<NodeAttribute> type = nodes.attribute("model_type");
    Optional<NodeAttribute> template = nodes.attribute("model_template");
    Optional<NodeAttribute> parameters = nodes.attribute("dynamics_params");
    Map<CellModel.Description, Integer> known = new HashMap<>();
    Map<Long, Integer> byTypeAndGroup = new HashMap<>();
    boolean byNode = hasTexts("model_type", "model_template", "dynamics_params");
    for (int row = 0; row < modelOf.length; row++) {
      long key = (long) nodes.typeRow(row) << 32 | nodes.groupOf(row);
      Integer model = byNode ? null : byTypeAndGroup.get(key);
      if (model == null) {
        CellModel.Description said =
            new CellModel.Description(text(type, row), text(template, row), text(parameters, row));
        model = known.get(said);
        if (model == null) {
          model = models.size();
          models.add(CellModel.of(said, directory, catalog, place(row)));
          known.put(said, model);
        }
        byTypeAndGroup.put(key, model);
      }
      modelOf[row] = model;
    }
    return modelOf;
  }

  private boolean hasTexts(String... names) {
    for (int group = 0; group < nodes.groupCount(); group++) {
      for (String name : names) {
        if (nodes.group(group).texts().containsKey(name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Optional<String> text(Optional<NodeAttribute> attribute, int row) {
    return attribute.flatMap(a -> a.text(row));
  }

  private String place(int row) {
    int type = nodes.typeRow(row);
    return type < 0
        ? nodes.place() + ": node " + nodes.id(row)
        : nodes.types().place() + ": type " + nodes.types().id(type);
  }

  private void split() {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    Map<Long, Integer> byModelAndGroup = new HashMap<>();
    List<Integer> sizes = new ArrayList<>();
    for (int row = 0; row < partOf.length; row++) {
      long key = (long) modelOf[row] << 32 | nodes.groupOf(row);
      int at = row;
      int part =
          byModelAndGroup.computeIfAbsent(
              key, _ -> numbers.computeIfAbsent(shape(at), _ -> numbers.size()));
      if (part == sizes.size()) {
        sizes.add(0);
      }
      partOf[row] = part;
      indexInPart[row] = sizes.get(part);
      sizes.set(part, indexInPart[row] + 1);
    }
    Map<String, Integer> names = new HashMap<>();
    for (int part = 0; part < sizes.size(); part++) {
      parts.add(part(part, sizes.get(part), sizes.size() == 1, names));
    }
  }

  /** What nodes of one part share: the model and the length of every list parameter. */
  private String shape(int row) {
    CellModel cell = models.get(modelOf[row]);
    if (cell.isVirtual()) {
      return "virtual";
    }
    StringBuilder shape = new StringBuilder(cell.model());
    NodeGroup group = nodes.group(nodes.groupOf(row));
    Model model = catalog.model(cell.model(), cell.place());
    for (Parameter parameter : model.parameters()) {
      if (parameter.isVector()) {
        double[] typed = cell.parameters().get(parameter.name());
        NodeGroup.Numbers own = group.parameters().get(parameter.name());
        int length = typed == null ? parameter.standard().size() : typed.length;
        shape.append(' ').append(own == null ? length : own.width());
      }
    }
    return shape.toString();
  }

  private NodePart part(int part, int size, boolean only, Map<String, Integer> names) {
    int[] rows = new int[size];
    int[] cells = new int[size];
    List<CellModel> used = new ArrayList<>();
    Map<Integer, Integer> local = new HashMap<>();
    for (int row = 0; row < partOf.length; row++) {
      if (partOf[row] == part) {
        int model = modelOf[row];
        Integer index = local.get(model);
        if (index == null) {
          index = used.size();
          local.put(model, index);
          used.add(models.get(model));
        }
        rows[indexInPart[row]] = row;
        cells[indexInPart[row]] = index;
      }
    }
    String name = only ? nodes.name() : nodes.name() + "_" + kind(used.getFirst());
    int copies = names.merge(name, 1, Integer::sum);
    return new NodePart(copies == 1 ? name : name + "_" + copies, nodes, rows, cells, used);
  }

  private static String kind(CellModel cell) {
    return cell.isVirtual() ? "virtual" : cell.model();
  }
}
