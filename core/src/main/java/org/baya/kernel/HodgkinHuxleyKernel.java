package org.baya.kernel;

import static org.baya.model.Dynamics.LANES;
import static org.baya.model.neuron.HodgkinHuxleyMembrane.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.neuron.Gating;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Workspace;

/** Vector twin of {@link org.baya.model.neuron.HodgkinHuxleyMembrane#derivatives}. */
final class HodgkinHuxleyKernel implements MembraneKernel {
  private static final HodgkinHuxleyKernel SQUID = new HodgkinHuxleyKernel(Gating.SQUID);
  private static final HodgkinHuxleyKernel TRAUB = new HodgkinHuxleyKernel(Gating.TRAUB);
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;

  private static final int POWER = Workspace.POWER * LANES;
  private static final int EXP = Workspace.EXP * LANES;

  private final Gating gating;

  private HodgkinHuxleyKernel(Gating gating) {
    this.gating = gating;
  }

  static HodgkinHuxleyKernel of(Gating gating) {
    return gating == Gating.SQUID ? SQUID : TRAUB;
  }

  @Override
  public void attempt(double[] w, int blocks, int size, int s, int c, int y, int d, int slopes) {
    int count = VARIABLES * LANES;
    int out = y + 2 * d;
    derivatives(w, blocks, size, s, c, 1, slopes, out);
    for (int stage = 2; stage <= Workspace.STAGES; stage++) {
      out += count;
      StageKernel.advance(stage, w, blocks, size, count, d);
      derivatives(w, blocks, size, y, c, stage, slopes, out);
    }
    StageKernel.advance(Workspace.STAGES + 1, w, blocks, size, count, d);
    StageKernel.worst(w, blocks, size, c, count, d);
  }

  private void derivatives(
      double[] w, int blocks, int size, int at, int c, int stage, int slopes, int out) {
    int pull = (Workspace.PULLS + stage - 1) * LANES;
    int slope = Workspace.SLOPES * LANES + (stage - 1) * slopes;
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        for (int j = 0; j < Gating.POWERS; j++) {
          power(gating.slope(j), w, at + lane, c + (POWERS + j) * LANES + lane, j, lane);
        }
      }
    }
    ExpKernel.apply(w, blocks, size, POWER, EXP, Gating.POWERS);
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        rates(w, lane);
        gates(w, at + lane, lane, out + lane);
        potential(w, at + lane, c + lane, pull + lane, slope + lane, out + lane);
      }
    }
  }

  private void rates(double[] w, int lane) {
    linear(gating.scale(0), w, lane);
    linear(gating.scale(2), w, 2 * LANES + lane);
    if (gating.linearClosing()) {
      linear(gating.scale(3), w, 3 * LANES + lane);
    } else {
      scale(gating.scale(3), w, 3 * LANES + lane);
    }
    scale(gating.scale(1), w, LANES + lane);
    scale(gating.scale(4), w, 4 * LANES + lane);
    sigmoid(gating.scale(5), w, 5 * LANES + lane);
  }

  private static void power(double slope, double[] w, int at, int offset, int j, int lane) {
    DoubleVector.broadcast(SPECIES, slope)
        .fma(DoubleVector.fromArray(SPECIES, w, at), DoubleVector.fromArray(SPECIES, w, offset))
        .intoArray(w, POWER + j * LANES + lane);
  }

  /** Rates scale p / (e^p - 1) in place of e^p. */
  private static void linear(double scale, double[] w, int i) {
    DoubleVector fall = DoubleVector.fromArray(SPECIES, w, EXP + i).sub(1);
    DoubleVector.fromArray(SPECIES, w, POWER + i)
        .div(fall)
        .blend(1, fall.compare(VectorOperators.EQ, 0))
        .mul(scale)
        .intoArray(w, EXP + i);
  }

  private static void scale(double scale, double[] w, int i) {
    DoubleVector.fromArray(SPECIES, w, EXP + i).mul(scale).intoArray(w, EXP + i);
  }

  private static void sigmoid(double scale, double[] w, int i) {
    DoubleVector.broadcast(SPECIES, scale)
        .div(DoubleVector.fromArray(SPECIES, w, EXP + i).add(1))
        .intoArray(w, EXP + i);
  }

  private static void gates(double[] w, int at, int lane, int out) {
    relax(w, at + M * LANES, EXP + 2 * LANES + lane, out + M * LANES);
    relax(w, at + H * LANES, EXP + 4 * LANES + lane, out + H * LANES);
    relax(w, at + N * LANES, EXP + lane, out + N * LANES);
  }

  private static void relax(double[] w, int at, int rates, int out) {
    DoubleVector x = DoubleVector.fromArray(SPECIES, w, at);
    DoubleVector.fromArray(SPECIES, w, rates)
        .mul(DoubleVector.broadcast(SPECIES, 1).sub(x))
        .sub(DoubleVector.fromArray(SPECIES, w, rates + LANES).mul(x))
        .intoArray(w, out);
  }

  private static void potential(double[] w, int at, int c, int pull, int slope, int out) {
    DoubleVector v = DoubleVector.fromArray(SPECIES, w, at);
    DoubleVector m = DoubleVector.fromArray(SPECIES, w, at + M * LANES);
    DoubleVector h = DoubleVector.fromArray(SPECIES, w, at + H * LANES);
    DoubleVector n = DoubleVector.fromArray(SPECIES, w, at + N * LANES);
    DoubleVector n2 = n.mul(n);
    DoubleVector sodium =
        DoubleVector.fromArray(SPECIES, w, c + G_NA * LANES)
            .mul(m.mul(m).mul(m.mul(h)))
            .mul(v.sub(DoubleVector.fromArray(SPECIES, w, c + E_NA * LANES)));
    DoubleVector potassium =
        DoubleVector.fromArray(SPECIES, w, c + G_K * LANES)
            .mul(n2.mul(n2))
            .mul(v.sub(DoubleVector.fromArray(SPECIES, w, c + E_K * LANES)));
    DoubleVector.fromArray(SPECIES, w, slope)
        .mul(v)
        .add(DoubleVector.fromArray(SPECIES, w, pull))
        .sub(sodium.add(potassium))
        .mul(DoubleVector.fromArray(SPECIES, w, c + AdaptiveNeuron.ELASTANCE * LANES))
        .intoArray(w, out);
  }
}
