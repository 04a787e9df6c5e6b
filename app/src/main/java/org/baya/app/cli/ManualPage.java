package org.baya.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.baya.model.DeviceModel;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Range;
import org.baya.model.Recordable;
import org.baya.model.Signal;

/**
 * The manual page of one entry of the catalogue: what its class comment says, its parameters, what
 * can be recorded.
 */
final class ManualPage {
  /** Columns of a page. */
  static final int WIDTH = 79;

  /** Where meanings start, unless what stands before them is longer. */
  private static final int MEANING = 40;

  private ManualPage() {}

  static List<String> lines(Model model) {
    List<String> lines =
        new ArrayList<>(CommentText.wrap(model.name() + ": " + model.summary(), WIDTH));
    lines.add("");
    lines.addAll(description(model));
    lines.add("Parameters");
    for (Parameter parameter : model.allParameters()) {
      lines.addAll(entry(parameter.name() + suffix(parameter), parameter.meaning()));
    }
    if (model.allParameters().isEmpty()) {
      lines.add("  none");
    }
    if (model instanceof NeuronModel neuron) {
      lines.add("");
      lines.add("Receptors");
      lines.add("  " + new ModelEntry(model, ModelEntry.Family.NEURON).receptors());
      int filtered = ModelEntry.dynamics(neuron).filteredCurrents();
      if (filtered > 0) {
        lines.add("  for currents 0 to " + filtered);
      }
      lines.add("");
      lines.add("Recordables (with default parameters)");
      if (ModelEntry.dynamics(neuron).recordables().isEmpty()) {
        lines.add("  none");
      }
      for (Recordable recordable : ModelEntry.dynamics(neuron).recordables()) {
        lines.addAll(recordable(recordable.name(), recordable.unit(), recordable.meaning()));
      }
    }
    if (model instanceof DeviceModel device && !device.signals().isEmpty()) {
      lines.add("");
      lines.add("Recordables");
      for (Signal signal : device.signals()) {
        lines.addAll(recordable(signal.name(), signal.unit(), signal.meaning()));
      }
    }
    return lines;
  }

  private static List<String> recordable(String name, String unit, String meaning) {
    return entry(name + (unit.isEmpty() ? "" : " [" + unit + "]"), meaning);
  }

  /** What the class of a model says: equations, references, differences from NEST. */
  static List<String> description(Model model) {
    return CommentText.ofClass(source(model), WIDTH);
  }

  /** {@code head} and beside it {@code meaning} in as many lines as it takes. */
  private static List<String> entry(String head, String meaning) {
    List<String> lines = new ArrayList<>();
    String left = "  " + head;
    if (left.length() > MEANING - 2) {
      lines.add(left);
      left = "";
    }
    for (String part : CommentText.wrap(meaning, WIDTH - MEANING)) {
      lines.add(left + " ".repeat(MEANING - left.length()) + part);
      left = "";
    }
    return lines;
  }

  /** {@code [ms] = 10, > 0}. */
  private static String suffix(Parameter parameter) {
    boolean number = parameter.kind() != Parameter.Kind.FLAG;
    String one = number ? " [1]" : "";
    String unit = parameter.unit().isEmpty() ? one : " [" + parameter.unit() + "]";
    String value = parameter.isRequired() ? "required" : "= " + standard(parameter);
    boolean limited = number && !parameter.range().equals(Range.FINITE);
    return unit + " " + value + (limited ? ", " + parameter.range() : "");
  }

  private static String standard(Parameter parameter) {
    return switch (parameter.kind()) {
      case FLAG -> parameter.standard().getFirst() == 0 ? "false" : "true";
      case VECTOR ->
          parameter.standard().stream()
              .map(ManualPage::plain)
              .collect(Collectors.joining(", ", "[", "]"));
      case SCALAR, INITIAL, TRACE -> plain(parameter.standard().getFirst());
    };
  }

  /** A number as an experiment may write it. */
  private static String plain(double value) {
    return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : Units.plain(value);
  }

  /**
   * The source of the model's class, which the build puts beside it; empty for models from
   * elsewhere.
   */
  private static String source(Model model) {
    String resource = "/META-INF/manual/" + model.getClass().getName().replace('.', '/') + ".java";
    try (InputStream in = model.getClass().getResourceAsStream(resource)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
