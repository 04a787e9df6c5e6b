package org.baya.model.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.baya.model.DeviceModel;
import org.baya.model.DeviceNode;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.model.Range;
import org.baya.model.Stimulus;
import org.baya.random.Poisson;

/**
 * Poisson spike trains whose rate jumps to given values at given times: every synapse gets its own,
 * independent train. The rate is 0 before the first time; the spikes of a step that ends at time t
 * have the last rate whose time is at most t.
 *
 * <p>Differences from NEST: other random numbers, addressed by synapse and step.
 */
public final class InhomogeneousPoissonGenerator implements DeviceModel {
  private static final ChangeTimes CHANGES =
      ChangeTimes.of("rate", "spikes/s", Range.NON_NEGATIVE, "mean rate from each time on");

  @Override
  public String name() {
    return "inhomogeneous_poisson_generator";
  }

  @Override
  public String summary() {
    return "independent Poisson spike trains of piecewise constant rate, one per synapse";
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(CHANGES.parameters());
    all.addAll(ActiveWindow.PARAMETERS);
    return all;
  }

  @Override
  public Stimulus stimulus(Parameters p, DeviceNode node) {
    double stepS = node.grid().resolutionMs() / 1000;
    List<Long> steps = Arrays.stream(CHANGES.steps(p, node.grid())).boxed().toList();
    List<Double> means =
        Arrays.stream(p.vector(CHANGES.values())).mapToObj(rate -> rate * stepS).toList();
    means.forEach(Poisson::check);
    return ActiveWindow.of(p).trains(node.grid(), new Jumps(steps, means));
  }

  /**
   * The mean of a step is that of the last change up to it. Lists, so that equal ones are equal.
   */
  private record Jumps(List<Long> steps, List<Double> means) implements PoissonRate {
    @Override
    public double mean(long step) {
      int from = 0;
      int to = steps.size();
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (steps.get(middle) <= step) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from == 0 ? 0 : means.get(from - 1);
    }
  }
}
