package org.baya.model.device;

import java.util.List;
import org.baya.model.Parameter;
import org.baya.model.TransmitterModel;

/**
 * Collects spikes and tells them to the synapses that name it, such as {@code
 * stdp_dopamine_synapse}: a diffuse signal such as dopamine.
 *
 * <p>Projections to it use their delays; every spike counts once, whatever its weight.
 *
 * <p>Differences from NEST: no deliver_interval; synapses take spikes in at the times at which they
 * arrive.
 *
 * <p>Reference: Potjans, Morrison and Diesmann 2010, doi:10.3389/fncom.2010.00141.
 */
public final class VolumeTransmitter implements TransmitterModel {
  @Override
  public String name() {
    return "volume_transmitter";
  }

  @Override
  public String summary() {
    return "tells the spikes it receives to synapses that are modulated";
  }

  @Override
  public List<Parameter> parameters() {
    return List.of();
  }
}
