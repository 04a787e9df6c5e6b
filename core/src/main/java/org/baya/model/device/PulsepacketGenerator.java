package org.baya.model.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Stimulus;
import org.baya.random.Normal;

/**
 * Packets of spikes: around each of {@code pulse_times} there are {@code activity} spikes whose
 * distances from it are normally distributed with standard deviation {@code sdev}, rounded up to
 * steps. All targets of a node get the same spikes; each node has its own.
 *
 * <p>Spikes that would fall outside (start, stop], or before the simulation, are left out.
 *
 * <p>Differences from NEST: other random numbers, addressed by node.
 *
 * <p>Reference: Diesmann M, Gewaltig MO, Aertsen A (1999) Stable propagation of synchronous spiking
 * in cortical neural networks. Nature 402. doi:10.1038/990101
 */
public final class PulsepacketGenerator implements DeviceModel {
  private static final Parameter TIMES =
      Parameter.vector("pulse_times", "ms", List.of(), Range.FINITE, "centres of the packets");
  private static final Parameter ACTIVITY =
      Parameter.scalar(
          "activity",
          "",
          0,
          new Range(0, true, Integer.MAX_VALUE, true, true),
          "number of spikes of a packet");
  private static final Parameter SDEV =
      Parameter.scalar(
          "sdev", "ms", 0, Range.NON_NEGATIVE, "standard deviation of the spikes of a packet");

  @Override
  public String name() {
    return "pulsepacket_generator";
  }

  @Override
  public String summary() {
    return "packets of spikes, normally distributed around given times";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(List.of(TIMES, ACTIVITY, SDEV));
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public boolean hasSpikes() {
    return true;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    ActiveWindow window = ActiveWindow.of(p);
    long first = window.firstSpikeStep(node.grid());
    long end = Math.min(window.endSpikeStep(node.grid()), Integer.MAX_VALUE);
    int activity = (int) p.value(ACTIVITY);
    int[] steps = new int[Math.multiplyExact(activity, p.vector(TIMES).length)];
    int count = 0;
    for (double centre : p.vector(TIMES)) {
      for (int spike = 0; spike < activity; spike++) {
        double time = Normal.sample(node.random(), centre, p.value(SDEV));
        long step = node.grid().stepsUp(time) - 1;
        if (step >= first && step < end) {
          steps[count++] = (int) step;
        }
      }
    }
    int[] kept = Arrays.copyOf(steps, count);
    Arrays.sort(kept);
    return new Stimulus.Spikes(kept, Optional.empty());
  }
}
