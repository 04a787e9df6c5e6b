package org.baya.io.sonata;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.baya.array.Column;
import org.baya.array.ColumnSource;
import org.baya.array.JoinedColumn;
import org.baya.array.SegmentColumn;
import org.baya.catalog.Catalog;
import org.baya.io.sonata.NodeGroup.Numbers;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.network.Grouping;
import org.baya.network.Layer;
import org.baya.network.Population;
import org.baya.network.TypeTable;
import org.baya.network.Value;

/** Describes a part of a SONATA population as a population of ours. */
final class PartPopulation {
  private static final List<String> GROUP_NAMES = List.of("pop_name", "model_name", "ei");
  private static final List<String> AXES = List.of("x", "y", "z");

  private final NodePart part;
  private final NodeTable nodes;
  private final Model model;

  private PartPopulation(NodePart part, Catalog catalog) {
    this.part = part;
    this.nodes = part.nodes();
    this.model = catalog.model(part.models().getFirst().model(), nodes.place());
  }

  /** The population that {@code part} becomes. */
  static Population of(NodePart part, Catalog catalog) {
    return new PartPopulation(part, catalog).population();
  }

  private Population population() {
    Map<String, Value> parameters = new LinkedHashMap<>();
    Map<String, ColumnSource> byType = new LinkedHashMap<>();
    for (String name : parameterNames()) {
      Parameter parameter = parameter(name);
      if (isByNode(name)) {
        parameters.put(name, Value.of(source(name, byNode(parameter))));
      } else if (isUniform(parameter)) {
        double[] value = ofType(parameter, 0);
        parameters.put(name, parameter.isVector() ? Value.of(value) : Value.of(value[0]));
      } else {
        byType.put(name, source(name, byType(parameter)));
      }
    }
    Optional<TypeTable> types =
        byType.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new TypeTable(
                    ColumnSource.of(SegmentColumn.of(nodes.place(), part.cells())), byType));
    return new Population(
        part.name(),
        model.name(),
        Optional.of((long) part.size()),
        parameters,
        types,
        Optional.empty(),
        positions(),
        Map.of(),
        groups());
  }

  private Set<String> parameterNames() {
    Set<String> names = new LinkedHashSet<>();
    part.models().forEach(cell -> names.addAll(cell.parameters().keySet()));
    if (!part.isVirtual()) {
      for (int row : part.rows()) {
        names.addAll(group(row).parameters().keySet());
      }
    }
    return names;
  }

  private Parameter parameter(String name) {
    for (Parameter parameter : model.parameters()) {
      if (parameter.name().equals(name)) {
        return parameter;
      }
    }
    // The group's place is checked like that of a file: it names the wrong parameter.
    for (int row : part.rows()) {
      Numbers own = group(row).parameters().get(name);
      if (own != null) {
        CellModel.check(name, new double[1], model, own.place());
      }
    }
    throw new IllegalStateException(name);
  }

  private NodeGroup group(int row) {
    return nodes.group(nodes.groupOf(row));
  }

  private boolean isByNode(String name) {
    for (int row : part.rows()) {
      if (group(row).parameters().containsKey(name)) {
        return true;
      }
    }
    return false;
  }

  /** The value of a type, or the model's default. */
  private double[] ofType(Parameter parameter, int cell) {
    double[] given = part.models().get(cell).parameters().get(parameter.name());
    return given != null
        ? given
        : parameter.standard().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private boolean isUniform(Parameter parameter) {
    double[] first = ofType(parameter, 0);
    for (int cell = 1; cell < part.models().size(); cell++) {
      if (!Arrays.equals(first, ofType(parameter, cell))) {
        return false;
      }
    }
    return true;
  }

  private double[][] byType(Parameter parameter) {
    double[][] rows = new double[part.models().size()][];
    for (int cell = 0; cell < rows.length; cell++) {
      rows[cell] = ofType(parameter, cell);
    }
    return rows;
  }

  private double[][] byNode(Parameter parameter) {
    double[][] rows = new double[part.size()][];
    for (int i = 0; i < rows.length; i++) {
      int row = part.rows()[i];
      Numbers own = group(row).parameters().get(parameter.name());
      if (own == null) {
        rows[i] = ofType(parameter, part.cells()[i]);
      } else {
        rows[i] = own.row(nodes.rowInGroup(row));
        CellModel.check(
            parameter.name(), rows[i], model, own.place() + ": row " + nodes.rowInGroup(row));
      }
    }
    return rows;
  }

  /** A column of rows of equal length. */
  private ColumnSource source(String name, double[][] rows) {
    String place = nodes.place() + "/" + name;
    List<Column> components = new ArrayList<>();
    for (int j = 0; j < rows[0].length; j++) {
      double[] component = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        component[i] = rows[i][j];
      }
      components.add(SegmentColumn.of(place, component));
    }
    return ColumnSource.of(
        components.size() == 1 ? components.getFirst() : new JoinedColumn(components, place));
  }

  private Optional<Layer> positions() {
    Map<String, ColumnSource> positions = new LinkedHashMap<>();
    for (String axis : AXES) {
      Optional<NodeAttribute> attribute = nodes.attribute(axis);
      if (attribute.isPresent()) {
        double[] values = new double[part.size()];
        boolean known = true;
        for (int i = 0; i < values.length; i++) {
          values[i] = attribute.get().number(part.rows()[i]);
          known &= !Double.isNaN(values[i]);
        }
        if (known) {
          positions.put(
              axis, ColumnSource.of(SegmentColumn.of(nodes.place() + "/" + axis, values)));
        }
      }
    }
    return positions.containsKey("x") ? Optional.of(Layer.columns(positions)) : Optional.empty();
  }

  /** Groups for the report: by the first column of names that every node has. */
  private Optional<Grouping> groups() {
    for (String column : GROUP_NAMES) {
      Optional<NodeAttribute> attribute = nodes.attribute(column);
      if (attribute.isPresent() && part.size() > 0 && !part.isVirtual()) {
        Map<String, Integer> names = new LinkedHashMap<>();
        int[] groupOf = new int[part.size()];
        boolean known = true;
        for (int i = 0; i < groupOf.length && known; i++) {
          Optional<String> text = attribute.get().text(part.rows()[i]);
          known = text.isPresent();
          groupOf[i] = text.map(name -> number(names, name)).orElse(0);
        }
        if (known && names.size() > 1) {
          ColumnSource ids =
              ColumnSource.of(SegmentColumn.of(nodes.place() + "/" + column, groupOf));
          return Optional.of(new Grouping(ids, List.copyOf(names.keySet())));
        }
      }
    }
    return Optional.empty();
  }

  private static int number(Map<String, Integer> names, String name) {
    names.putIfAbsent(name, names.size());
    return Objects.requireNonNull(names.get(name));
  }
}
