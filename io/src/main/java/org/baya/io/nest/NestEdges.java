package org.baya.io.nest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baya.array.ElementType;
import org.baya.build.ProjectionEdges;
import org.baya.error.InvalidInputException;
import org.baya.io.file.Elements;
import org.baya.io.npy.NpyWriter;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.Routing;
import org.baya.model.SynapseModel;

/**
 * Writes one projection: arrays of sources and targets, of every value that differs between edges,
 * and the calls that connect. Edges are read twice: once to learn which values differ, once to
 * write.
 */
final class NestEdges {
  /** The synapse model whose weight belongs to the model. */
  private static final String COMMON_WEIGHT = "static_synapse_hom_w";

  /** How names of traces begin. */
  private static final String TRACE = "Kplus";

  /** Synapse models whose traces NEST does not let one set. */
  private static final Set<String> FIXED_TRACES =
      Set.of("stdp_dopamine_synapse", "stdp_nn_pre_centered_synapse");

  private final ProjectionEdges edges;
  private final int index;
  private final ArrayFiles files;
  private final List<EdgeValue> values = new ArrayList<>();
  private final EdgeValue delay;
  private long count;

  /**
   * A projection.
   *
   * @param index its number in the network
   */
  NestEdges(ProjectionEdges edges, int index, ArrayFiles files) {
    this.edges = edges;
    this.index = index;
    this.files = files;
    NestModels.require(edges.synapse(), "projections." + edges.name() + ".synapse.model");
    values.add(EdgeValue.weight());
    delay = EdgeValue.delay();
    values.add(delay);
    values.add(EdgeValue.receptor(edges.sendsCurrent()));
    List<Parameter> parameters = edges.synapse().parameters();
    for (int p = 0; p < parameters.size(); p++) {
      NestValue.Kind kind = NestValue.kind(edges.synapse(), parameters.get(p));
      values.add(EdgeValue.parameter(parameters.get(p).name(), p, kind));
    }
  }

  /** The projection. */
  ProjectionEdges projection() {
    return edges;
  }

  /** Number of edges, after they were written. */
  long count() {
    return count;
  }

  /** The smallest delay [ms], after they were written; infinite without edges. */
  double smallestDelayMs() {
    return delay.smallest();
  }

  /** The name of the synapse model that these edges have in NEST. */
  String model() {
    return hasOwnModel() ? edges.synapseModel() + "_" + index : edges.synapseModel();
  }

  private boolean hasOwnModel() {
    return edges.synapse() instanceof PlasticModel
        || !edges.synapse().parameters().isEmpty()
        || edges.synapseModel().equals(COMMON_WEIGHT);
  }

  /**
   * Writes the arrays.
   *
   * @param recorded whether what its synapses transmit is recorded
   * @return the lines of the script that connect
   */
  List<String> write(boolean recorded) {
    learn();
    if (count == 0) {
      return List.of();
    }
    leaveOutTraces();
    writeArrays();
    List<String> lines = new ArrayList<>();
    if (hasOwnModel()) {
      lines.add(ownModel(recorded));
    } else if (recorded) {
      throw new IllegalStateException(edges.name() + " is recorded but not plastic");
    }
    lines.add(call());
    return lines;
  }

  private void learn() {
    ProjectionEdges.Reader reader = edges.reader();
    for (int n = reader.next(); n > 0; n = reader.next()) {
      for (EdgeValue value : values) {
        value.learn(reader, n);
      }
      count += n;
    }
  }

  /** Traces that start from 0 do so in NEST too, where not every model lets one set them. */
  private void leaveOutTraces() {
    List<EdgeValue> traces = values.stream().filter(v -> v.name().startsWith(TRACE)).toList();
    for (EdgeValue trace : traces) {
      if (trace.isSame() && trace.first() == 0) {
        values.remove(trace);
      } else if (FIXED_TRACES.contains(edges.synapseModel())) {
        throw new InvalidInputException(
            "projections." + edges.name() + "." + trace.name(),
            "is not 0; NEST's " + edges.synapseModel() + " cannot start from another value");
      }
    }
  }

  private void writeArrays() {
    String directory = "edges/" + edges.name() + "/";
    List<EdgeValue> differing = values.stream().filter(value -> !value.isSame()).toList();
    List<NpyWriter> open = new ArrayList<>();
    try {
      NpyWriter sources = begin(open, directory + "source", ElementType.INT32);
      NpyWriter targets = begin(open, directory + "target", ElementType.INT32);
      List<NpyWriter> columns = new ArrayList<>();
      for (EdgeValue value : differing) {
        columns.add(begin(open, directory + value.name(), value.type()));
      }
      ProjectionEdges.Reader reader = edges.reader();
      for (int n = reader.next(); n > 0; n = reader.next()) {
        sources.append(Elements.of(reader.sources(), 0, n));
        targets.append(Elements.of(reader.targets(), 0, n));
        for (int i = 0; i < columns.size(); i++) {
          columns.get(i).append(Elements.of(differing.get(i).of(reader, n), 0, n));
        }
      }
      open.forEach(NpyWriter::commit);
    } finally {
      open.forEach(NpyWriter::close);
    }
  }

  private NpyWriter begin(List<NpyWriter> open, String name, ElementType type) {
    NpyWriter writer = files.begin(name, type);
    open.add(writer);
    return writer;
  }

  /** A copy of the synapse model whose defaults are what all edges share. */
  private String ownModel(boolean recorded) {
    Map<String, String> defaults = new LinkedHashMap<>();
    for (EdgeValue value : values) {
      // The weight of the first edge has the sign that bounds such as Wmax are checked against
      if (value.isModelValue() && (value.isSame() || value.name().equals("weight"))) {
        defaults.put(value.name(), Python.number(value.first(), value.kind()));
      }
    }
    edges
        .transmitter()
        .ifPresent(name -> defaults.put("volume_transmitter", "nodes[" + Python.text(name) + "]"));
    if (recorded) {
      defaults.put(
          "weight_recorder",
          "weight_recorder("
              + Python.text(edges.name())
              + ", "
              + Python.text(edges.from())
              + ", "
              + Python.text(edges.to())
              + ")");
    }
    return "synapse_model("
        + Python.text(edges.synapseModel())
        + ", "
        + Python.text(model())
        + ", **"
        + Python.dictionary(defaults)
        + ")";
  }

  private String call() {
    Map<String, String> same = new LinkedHashMap<>();
    List<String> arrays = new ArrayList<>();
    SynapseModel synapse = edges.synapse();
    for (EdgeValue value : values) {
      boolean common = synapse.common().contains(value.name());
      boolean inModel = hasOwnModel() && value.isModelValue() && !value.name().equals("weight");
      if (!value.isSame()) {
        arrays.add(value.name());
      } else if (!common && !inModel) {
        same.put(value.name(), Python.number(value.first(), value.kind()));
      }
    }
    StringBuilder call = new StringBuilder("connect(");
    call.append(Python.text(edges.name())).append(", ").append(Python.text(edges.from()));
    call.append(", ").append(Python.text(edges.to())).append(", ").append(Python.text(model()));
    call.append(", ").append(Python.dictionary(same));
    if (!arrays.isEmpty()) {
      call.append(",\n        arrays=").append(Python.texts(arrays));
    }
    if (edges.isStored()) {
      call.append(", port=").append(port());
    }
    return call.append(')').toString();
  }

  /** How a receptor becomes the number of an input. */
  private String port() {
    Routing routing = edges.routing().orElseThrow();
    return switch (routing) {
      case BY_SIGN -> Python.text("sign");
      case COUNTED -> Python.text("count");
      case BY_PORT, BY_RECEPTOR -> Integer.toString(routing.firstReceptor());
    };
  }
}
