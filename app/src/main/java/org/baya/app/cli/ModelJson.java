package org.baya.app.cli;

import java.util.List;
import java.util.Locale;
import org.baya.io.text.JsonWriter;
import org.baya.model.DeviceModel;
import org.baya.model.Model;
import org.baya.model.NeuronModel;
import org.baya.model.Parameter;
import org.baya.model.Recordable;
import org.baya.model.Signal;

/** The catalogue as JSON. */
final class ModelJson {
  private ModelJson() {}

  /** Name, family, receptors and summary of each. */
  static String list(List<ModelEntry> entries) {
    JsonWriter json = new JsonWriter().beginObject().name("models").beginArray();
    for (ModelEntry entry : entries) {
      head(json.beginObject(), entry).endObject();
    }
    return json.endArray().endObject().toString();
  }

  /** The manual page of one. */
  static String page(ModelEntry entry) {
    JsonWriter json = head(new JsonWriter().beginObject(), entry);
    json.name("description").value(String.join("\n", ManualPage.description(entry.model())));
    parameters(json.name("parameters"), entry.model());
    if (entry.model() instanceof NeuronModel neuron) {
      json.name("recordables").beginArray();
      for (Recordable recordable : ModelEntry.dynamics(neuron).recordables()) {
        recordable(json, recordable.name(), recordable.unit(), recordable.meaning());
      }
      json.endArray();
    }
    if (entry.model() instanceof DeviceModel device) {
      json.name("recordables").beginArray();
      for (Signal signal : device.signals()) {
        recordable(json, signal.name(), signal.unit(), signal.meaning());
      }
      json.endArray();
    }
    return json.endObject().toString();
  }

  private static void recordable(JsonWriter json, String name, String unit, String meaning) {
    json.beginObject()
        .name("name")
        .value(name)
        .name("unit")
        .value(unit)
        .name("meaning")
        .value(meaning)
        .endObject();
  }

  private static JsonWriter head(JsonWriter json, ModelEntry entry) {
    return json.name("name")
        .value(entry.model().name())
        .name("family")
        .value(entry.family().name().toLowerCase(Locale.ROOT))
        .name("receptors")
        .value(entry.receptors())
        .name("summary")
        .value(entry.model().summary());
  }

  private static void parameters(JsonWriter json, Model model) {
    json.beginArray();
    for (Parameter parameter : model.parameters()) {
      json.beginObject()
          .name("name")
          .value(parameter.name())
          .name("unit")
          .value(parameter.unit())
          .name("kind")
          .value(parameter.kind().name().toLowerCase(Locale.ROOT))
          .name("default");
      if (parameter.isVector()) {
        json.value(parameter.standard().stream().mapToDouble(Double::doubleValue).toArray());
      } else {
        json.value(parameter.standard().getFirst());
      }
      json.name("range")
          .value(parameter.range().toString())
          .name("meaning")
          .value(parameter.meaning())
          .endObject();
    }
    json.endArray();
  }
}
