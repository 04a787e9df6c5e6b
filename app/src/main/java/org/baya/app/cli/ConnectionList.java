package org.baya.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.baya.build.ProjectionEdges;
import org.baya.io.text.JsonWriter;

/** The first connections of some projections, as text or as JSON. */
final class ConnectionList {
  private final int limit;
  private final List<Row> rows = new ArrayList<>();
  private boolean more;

  /** A connection to be shown. */
  private record Row(
      ProjectionEdges projection,
      int source,
      int target,
      double weight,
      double delayMs,
      int receptor) {}

  /** A list of at most {@code limit} connections. */
  ConnectionList(int limit) {
    this.limit = limit;
  }

  /** Adds connections until the list is full. */
  ConnectionList add(
      List<ProjectionEdges> projections,
      Function<ProjectionEdges, ProjectionEdges.Reader> readers) {
    for (ProjectionEdges projection : projections) {
      ProjectionEdges.Reader reader = readers.apply(projection);
      for (int n = reader.next(); n > 0 && !more; n = reader.next()) {
        add(projection, reader, n);
      }
    }
    return this;
  }

  private void add(ProjectionEdges projection, ProjectionEdges.Reader reader, int n) {
    for (int k = 0; k < n; k++) {
      if (rows.size() == limit) {
        more = true;
        return;
      }
      rows.add(
          new Row(
              projection,
              reader.sources()[k],
              reader.targets()[k],
              reader.weights()[k],
              reader.delaysMs()[k],
              reader.receptors()[k]));
    }
  }

  List<String> lines() {
    TextTable table =
        new TextTable(
            3, "projection", "from -> to", "model", "source", "target", "weight", "delay", "port");
    for (Row row : rows) {
      table.add(
          row.projection().name(),
          row.projection().from() + " -> " + row.projection().to(),
          row.projection().synapseModel(),
          Integer.toString(row.source()),
          Integer.toString(row.target()),
          Units.plain(row.weight()),
          Units.plain(row.delayMs()),
          Integer.toString(row.receptor()));
    }
    List<String> lines = new ArrayList<>(table.lines());
    if (more) {
      lines.add("... and more; --limit N shows N, --out FILE writes all");
    }
    return lines;
  }

  /** One object, a line a member. */
  String json() {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("complete").value(!more);
    json.name("connections").beginArray();
    for (Row row : rows) {
      json.beginObject();
      json.name("projection").value(row.projection().name());
      json.name("from").value(row.projection().from());
      json.name("source").value(row.source());
      json.name("to").value(row.projection().to());
      json.name("target").value(row.target());
      json.name("synapse_model").value(row.projection().synapseModel());
      json.name("weight").value(row.weight());
      json.name("delay").value(row.delayMs());
      json.name("receptor").value(row.receptor());
      json.endObject();
    }
    return json.endArray().endObject().toString();
  }
}
