package org.baya.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.baya.error.InvalidInputException;
import org.baya.error.Names;
import org.baya.model.Model;
import org.baya.model.device.DcGenerator;
import org.baya.model.device.PoissonGenerator;
import org.baya.model.device.SpikeGenerator;
import org.baya.model.device.SpikeTrainInjector;
import org.baya.model.device.StepCurrentGenerator;
import org.baya.model.neuron.GlifPsc;
import org.baya.model.neuron.IafPscAlpha;
import org.baya.model.neuron.IafPscExp;

/** All models by name: the built-in ones and those that other jars offer through {@link ServiceLoader}. */
public final class Catalog {
  private static final List<Model> BUILT_IN =
      List.of(
          new GlifPsc(),
          new IafPscAlpha(),
          new IafPscExp(),
          new DcGenerator(),
          new PoissonGenerator(),
          new SpikeGenerator(),
          new SpikeTrainInjector(),
          new StepCurrentGenerator());

  private final Map<String, Model> models = new TreeMap<>();

  private Catalog(List<Model> all) {
    for (Model model : all) {
      if (models.put(model.name(), model) != null) {
        throw new InvalidInputException("model " + model.name(), "offered twice");
      }
    }
  }

  /** The built-in models and those found on the class path. */
  public static Catalog standard() {
    List<Model> all = new ArrayList<>(BUILT_IN);
    ServiceLoader.load(Model.class).forEach(all::add);
    return new Catalog(all);
  }

  /** All models, sorted by name. */
  public List<Model> models() {
    return List.copyOf(models.values());
  }

  /**
   * The model of that name.
   *
   * @param place where the name was used, for the error message
   */
  public Model model(String name, String place) {
    Model model = models.get(name);
    if (model == null) {
      throw new InvalidInputException(place, "unknown model '" + name + "'; " + Names.hint(name, models.keySet()));
    }
    return model;
  }
}
