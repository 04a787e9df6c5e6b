package org.baya.build;

import java.util.List;
import java.util.Optional;
import org.baya.connect.EdgeList;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.SynapseModel;

/**
 * What the synapses of a projection do.
 *
 * @param parameters of the model
 * @param values of the parameters, in their order
 * @param transmitter the volume transmitter that modulates them
 */
record ResolvedSynapse(
    SynapseModel model,
    List<Parameter> parameters,
    List<Quantity> values,
    Optional<ResolvedPopulation> transmitter) {

  /** Whether the synapses have a state. */
  boolean isPlastic() {
    return model instanceof PlasticModel;
  }

  /** Bytes per synapse of the columns beside slot and weight; edge numbers not counted. */
  int columnBytes(EdgeList edges) {
    int bytes = model instanceof PlasticModel plastic ? plastic.hidden().size() * Double.BYTES : 0;
    for (int p = 0; p < parameters.size(); p++) {
      bytes +=
          parameters.get(p).kind() == Parameter.Kind.INITIAL
              ? Double.BYTES
              : WeightForm.of(values.get(p), edges).bytes();
    }
    return bytes;
  }
}
