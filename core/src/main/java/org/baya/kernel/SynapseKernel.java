package org.baya.kernel;

import static jdk.incubator.vector.DoubleVector.broadcast;
import static jdk.incubator.vector.DoubleVector.fromArray;
import static jdk.incubator.vector.DoubleVector.zero;
import static org.baya.model.Dynamics.LANES;
import static org.baya.model.ode.SynapseStages.*;
import static org.baya.model.ode.Synapses.*;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.baya.model.ode.AdaptiveNeuron;
import org.baya.model.ode.Synapses;
import org.baya.model.ode.Workspace;

/**
 * Vector twin of {@link org.baya.model.ode.SynapseStages}. All that the stages of a port need stays
 * in registers; the membrane finds what it feels at each of them in the workspace.
 *
 * <p>There is a method for each shape and effect: what only some synapses need would be carried
 * around the loop over ports by all.
 */
final class SynapseKernel {
  private static final VectorSpecies<Double> SPECIES = VectorLanes.SPECIES;
  private static final int CURRENT = Workspace.CURRENT * LANES;
  private static final int TRIED = Workspace.TRIED * LANES;
  private static final int PULLS = Workspace.PULLS * LANES;
  private static final int SLOPES = Workspace.SLOPES * LANES;
  private static final int LARGEST = Workspace.LARGEST * LANES;
  private static final int ALLOWED = Workspace.ALLOWED * LANES;

  private SynapseKernel() {}

  /**
   * Tries a step of the synapses of some blocks.
   *
   * @param size distance of two blocks
   * @param c coefficients of the first block
   */
  static void attempt(AdaptiveNeuron neuron, double[] w, int blocks, int size, int c) {
    Synapses synapses = neuron.synapses();
    int first = neuron.membrane().variables();
    int y = (Workspace.Y + first) * LANES;
    int state = (Workspace.state(neuron) + first) * LANES;
    int own = c + neuron.portCoefficients() * LANES;
    int ports = synapses.ports();
    boolean rates = neuron.membrane().judgedByRates();
    boolean rising = synapses.rising();
    boolean conductances = synapses.conductances();
    for (int part = 0; part < LANES; part += SPECIES.length()) {
      for (int lane = part; lane < blocks * size; lane += size) {
        if (rising && conductances) {
          risingConductances(w, lane, y + lane, state + lane, own + lane, c + lane, ports, rates);
        } else if (rising) {
          risingCurrents(w, lane, y + lane, state + lane, own + lane, c + lane, ports, rates);
        } else if (conductances) {
          conductances(w, lane, y + lane, state + lane, own + lane, c + lane, ports, rates);
        } else {
          currents(w, lane, y + lane, state + lane, own + lane, c + lane, ports, rates);
        }
      }
    }
  }

  /** dg/dt = -decay g. */
  private static void conductances(
      double[] w, int lane, int y, int state, int c, int k, int ports, boolean rates) {
    DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
    DoubleVector back = h.neg();
    DoubleVector tolerance = fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES);
    DoubleVector rate = fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES);
    DoubleVector pull = fromArray(SPECIES, w, CURRENT + lane);
    DoubleVector pullEnd = pull;
    DoubleVector pull1 = zero(SPECIES);
    DoubleVector pull2 = zero(SPECIES);
    DoubleVector pull3 = zero(SPECIES);
    DoubleVector pull4 = zero(SPECIES);
    DoubleVector pull5 = zero(SPECIES);
    DoubleVector slope = fromArray(SPECIES, w, k + AdaptiveNeuron.LEAK * LANES).neg();
    DoubleVector slopeEnd = slope;
    DoubleVector slope1 = zero(SPECIES);
    DoubleVector slope2 = zero(SPECIES);
    DoubleVector slope3 = zero(SPECIES);
    DoubleVector slope4 = zero(SPECIES);
    DoubleVector slope5 = zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      int i = port * LANES;
      DoubleVector e = fromArray(SPECIES, w, own + PULL * LANES);
      DoubleVector z = back.mul(fromArray(SPECIES, w, own + DECAY * LANES));
      DoubleVector g = fromArray(SPECIES, w, state + i);
      pull = e.fma(g, pull);
      slope = slope.sub(g);
      DoubleVector g1 = z.mul(g);
      pull1 = e.fma(g1, pull1);
      slope1 = slope1.sub(g1);
      DoubleVector g2 = z.mul(g1);
      pull2 = e.fma(g2, pull2);
      slope2 = slope2.sub(g2);
      DoubleVector g3 = z.mul(g2);
      pull3 = e.fma(g3, pull3);
      slope3 = slope3.sub(g3);
      DoubleVector g4 = z.mul(g3);
      pull4 = e.fma(g4, pull4);
      slope4 = slope4.sub(g4);
      DoubleVector g5 = z.mul(g4);
      pull5 = e.fma(g5, pull5);
      slope5 = slope5.sub(g5);
      DoubleVector g6 = z.mul(g5);
      DoubleVector sum =
          g3.fma(broadcast(SPECIES, END3), g2.fma(broadcast(SPECIES, END2), g.add(g1)));
      DoubleVector end =
          g6.fma(
              broadcast(SPECIES, END6),
              g5.fma(broadcast(SPECIES, END5), g4.fma(broadcast(SPECIES, END4), sum)));
      pullEnd = e.fma(end, pullEnd);
      slopeEnd = slopeEnd.sub(end);
      end.intoArray(w, y + i);
      DoubleVector error = g6.fma(broadcast(SPECIES, ERROR6), g5.mul(ERROR5)).abs();
      if (rates) {
        DoubleVector allowed = rate.fma(z.mul(end).abs(), tolerance);
        if (port == 0) {
          error.intoArray(w, LARGEST + lane);
          allowed.intoArray(w, ALLOWED + lane);
        } else {
          DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
          DoubleVector its = fromArray(SPECIES, w, ALLOWED + lane);
          VectorMask<Double> less =
              error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
          error.blend(largest, less).intoArray(w, LARGEST + lane);
          allowed.blend(its, less).intoArray(w, ALLOWED + lane);
        }
      } else if (port == 0) {
        error.intoArray(w, LARGEST + lane);
      } else {
        DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
        error
            .blend(largest, error.compare(VectorOperators.LE, largest))
            .intoArray(w, LARGEST + lane);
      }
    }
    pull.intoArray(w, PULLS + 0 * LANES + lane);
    pull1.fma(broadcast(SPECIES, P21), pull).intoArray(w, PULLS + 1 * LANES + lane);
    pull2
        .fma(broadcast(SPECIES, P32), pull1.fma(broadcast(SPECIES, P31), pull))
        .intoArray(w, PULLS + 2 * LANES + lane);
    pull3
        .fma(
            broadcast(SPECIES, P43),
            pull2.fma(broadcast(SPECIES, P42), pull1.fma(broadcast(SPECIES, P41), pull)))
        .intoArray(w, PULLS + 3 * LANES + lane);
    pull4
        .fma(
            broadcast(SPECIES, P54),
            pull3.fma(broadcast(SPECIES, P53), pull2.fma(broadcast(SPECIES, P52), pull.add(pull1))))
        .intoArray(w, PULLS + 4 * LANES + lane);
    pull5
        .fma(
            broadcast(SPECIES, P65),
            pull4.fma(
                broadcast(SPECIES, P64),
                pull3.fma(
                    broadcast(SPECIES, P63),
                    pull2.fma(broadcast(SPECIES, P62), pull1.fma(broadcast(SPECIES, P61), pull)))))
        .intoArray(w, PULLS + 5 * LANES + lane);
    pullEnd.intoArray(w, PULLS + 6 * LANES + lane);
    slope.intoArray(w, SLOPES + 0 * LANES + lane);
    slope1.fma(broadcast(SPECIES, P21), slope).intoArray(w, SLOPES + 1 * LANES + lane);
    slope2
        .fma(broadcast(SPECIES, P32), slope1.fma(broadcast(SPECIES, P31), slope))
        .intoArray(w, SLOPES + 2 * LANES + lane);
    slope3
        .fma(
            broadcast(SPECIES, P43),
            slope2.fma(broadcast(SPECIES, P42), slope1.fma(broadcast(SPECIES, P41), slope)))
        .intoArray(w, SLOPES + 3 * LANES + lane);
    slope4
        .fma(
            broadcast(SPECIES, P54),
            slope3.fma(
                broadcast(SPECIES, P53), slope2.fma(broadcast(SPECIES, P52), slope.add(slope1))))
        .intoArray(w, SLOPES + 4 * LANES + lane);
    slope5
        .fma(
            broadcast(SPECIES, P65),
            slope4.fma(
                broadcast(SPECIES, P64),
                slope3.fma(
                    broadcast(SPECIES, P63),
                    slope2.fma(
                        broadcast(SPECIES, P62), slope1.fma(broadcast(SPECIES, P61), slope)))))
        .intoArray(w, SLOPES + 5 * LANES + lane);
    slopeEnd.intoArray(w, SLOPES + 6 * LANES + lane);
  }

  /** As {@link #conductances} without leaks. */
  private static void currents(
      double[] w, int lane, int y, int state, int c, int k, int ports, boolean rates) {
    DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
    DoubleVector back = h.neg();
    DoubleVector tolerance = fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES);
    DoubleVector rate = fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES);
    DoubleVector pull = fromArray(SPECIES, w, CURRENT + lane);
    DoubleVector pullEnd = pull;
    DoubleVector pull1 = zero(SPECIES);
    DoubleVector pull2 = zero(SPECIES);
    DoubleVector pull3 = zero(SPECIES);
    DoubleVector pull4 = zero(SPECIES);
    DoubleVector pull5 = zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      int i = port * LANES;
      DoubleVector e = fromArray(SPECIES, w, own + PULL * LANES);
      DoubleVector z = back.mul(fromArray(SPECIES, w, own + DECAY * LANES));
      DoubleVector g = fromArray(SPECIES, w, state + i);
      pull = e.fma(g, pull);
      DoubleVector g1 = z.mul(g);
      pull1 = e.fma(g1, pull1);
      DoubleVector g2 = z.mul(g1);
      pull2 = e.fma(g2, pull2);
      DoubleVector g3 = z.mul(g2);
      pull3 = e.fma(g3, pull3);
      DoubleVector g4 = z.mul(g3);
      pull4 = e.fma(g4, pull4);
      DoubleVector g5 = z.mul(g4);
      pull5 = e.fma(g5, pull5);
      DoubleVector g6 = z.mul(g5);
      DoubleVector sum =
          g3.fma(broadcast(SPECIES, END3), g2.fma(broadcast(SPECIES, END2), g.add(g1)));
      DoubleVector end =
          g6.fma(
              broadcast(SPECIES, END6),
              g5.fma(broadcast(SPECIES, END5), g4.fma(broadcast(SPECIES, END4), sum)));
      pullEnd = e.fma(end, pullEnd);
      end.intoArray(w, y + i);
      DoubleVector error = g6.fma(broadcast(SPECIES, ERROR6), g5.mul(ERROR5)).abs();
      if (rates) {
        DoubleVector allowed = rate.fma(z.mul(end).abs(), tolerance);
        if (port == 0) {
          error.intoArray(w, LARGEST + lane);
          allowed.intoArray(w, ALLOWED + lane);
        } else {
          DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
          DoubleVector its = fromArray(SPECIES, w, ALLOWED + lane);
          VectorMask<Double> less =
              error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
          error.blend(largest, less).intoArray(w, LARGEST + lane);
          allowed.blend(its, less).intoArray(w, ALLOWED + lane);
        }
      } else if (port == 0) {
        error.intoArray(w, LARGEST + lane);
      } else {
        DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
        error
            .blend(largest, error.compare(VectorOperators.LE, largest))
            .intoArray(w, LARGEST + lane);
      }
    }
    pull.intoArray(w, PULLS + 0 * LANES + lane);
    pull1.fma(broadcast(SPECIES, P21), pull).intoArray(w, PULLS + 1 * LANES + lane);
    pull2
        .fma(broadcast(SPECIES, P32), pull1.fma(broadcast(SPECIES, P31), pull))
        .intoArray(w, PULLS + 2 * LANES + lane);
    pull3
        .fma(
            broadcast(SPECIES, P43),
            pull2.fma(broadcast(SPECIES, P42), pull1.fma(broadcast(SPECIES, P41), pull)))
        .intoArray(w, PULLS + 3 * LANES + lane);
    pull4
        .fma(
            broadcast(SPECIES, P54),
            pull3.fma(broadcast(SPECIES, P53), pull2.fma(broadcast(SPECIES, P52), pull.add(pull1))))
        .intoArray(w, PULLS + 4 * LANES + lane);
    pull5
        .fma(
            broadcast(SPECIES, P65),
            pull4.fma(
                broadcast(SPECIES, P64),
                pull3.fma(
                    broadcast(SPECIES, P63),
                    pull2.fma(broadcast(SPECIES, P62), pull1.fma(broadcast(SPECIES, P61), pull)))))
        .intoArray(w, PULLS + 5 * LANES + lane);
    pullEnd.intoArray(w, PULLS + 6 * LANES + lane);
    fromArray(SPECIES, w, k + AdaptiveNeuron.LEAK * LANES).neg().intoArray(w, SLOPES + lane);
  }

  /** dx/dt = -decay x, dg/dt = x - rise g; the powers of x are kept times h. */
  private static void risingConductances(
      double[] w, int lane, int y, int state, int c, int k, int ports, boolean rates) {
    DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
    DoubleVector back = h.neg();
    DoubleVector tolerance = fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES);
    DoubleVector rate = fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES);
    DoubleVector pull = fromArray(SPECIES, w, CURRENT + lane);
    DoubleVector pullEnd = pull;
    DoubleVector pull1 = zero(SPECIES);
    DoubleVector pull2 = zero(SPECIES);
    DoubleVector pull3 = zero(SPECIES);
    DoubleVector pull4 = zero(SPECIES);
    DoubleVector pull5 = zero(SPECIES);
    DoubleVector slope = fromArray(SPECIES, w, k + AdaptiveNeuron.LEAK * LANES).neg();
    DoubleVector slopeEnd = slope;
    DoubleVector slope1 = zero(SPECIES);
    DoubleVector slope2 = zero(SPECIES);
    DoubleVector slope3 = zero(SPECIES);
    DoubleVector slope4 = zero(SPECIES);
    DoubleVector slope5 = zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      int i = 2 * port * LANES;
      DoubleVector e = fromArray(SPECIES, w, own + PULL * LANES);
      DoubleVector decay = fromArray(SPECIES, w, own + DECAY * LANES);
      DoubleVector z = back.mul(decay);
      DoubleVector zg = back.mul(fromArray(SPECIES, w, own + RISE * LANES));
      DoubleVector before = fromArray(SPECIES, w, state + i);
      DoubleVector x = h.mul(before);
      DoubleVector g = fromArray(SPECIES, w, state + i + LANES);
      pull = e.fma(g, pull);
      slope = slope.sub(g);
      DoubleVector g1 = zg.fma(g, x);
      pull1 = e.fma(g1, pull1);
      slope1 = slope1.sub(g1);
      DoubleVector x1 = z.mul(x);
      DoubleVector g2 = zg.fma(g1, x1);
      pull2 = e.fma(g2, pull2);
      slope2 = slope2.sub(g2);
      DoubleVector x2 = z.mul(x1);
      DoubleVector g3 = zg.fma(g2, x2);
      pull3 = e.fma(g3, pull3);
      slope3 = slope3.sub(g3);
      DoubleVector x3 = z.mul(x2);
      DoubleVector g4 = zg.fma(g3, x3);
      pull4 = e.fma(g4, pull4);
      slope4 = slope4.sub(g4);
      DoubleVector x4 = z.mul(x3);
      DoubleVector g5 = zg.fma(g4, x4);
      pull5 = e.fma(g5, pull5);
      slope5 = slope5.sub(g5);
      DoubleVector x5 = z.mul(x4);
      DoubleVector g6 = zg.fma(g5, x5);
      DoubleVector sumX = x2.fma(broadcast(SPECIES, END3), x1.fma(broadcast(SPECIES, END2), x));
      sumX =
          x5.fma(
              broadcast(SPECIES, END6),
              x4.fma(broadcast(SPECIES, END5), x3.fma(broadcast(SPECIES, END4), sumX)));
      DoubleVector endX = decay.neg().fma(sumX, before);
      DoubleVector sum =
          g3.fma(broadcast(SPECIES, END3), g2.fma(broadcast(SPECIES, END2), g.add(g1)));
      DoubleVector end =
          g6.fma(
              broadcast(SPECIES, END6),
              g5.fma(broadcast(SPECIES, END5), g4.fma(broadcast(SPECIES, END4), sum)));
      pullEnd = e.fma(end, pullEnd);
      slopeEnd = slopeEnd.sub(end);
      endX.intoArray(w, y + i);
      end.intoArray(w, y + i + LANES);
      DoubleVector errorX = x5.fma(broadcast(SPECIES, ERROR6), x4.mul(ERROR5)).mul(decay).abs();
      DoubleVector error = g6.fma(broadcast(SPECIES, ERROR6), g5.mul(ERROR5)).abs();
      if (rates) {
        DoubleVector allowedX = rate.fma(z.mul(endX).abs(), tolerance);
        DoubleVector allowed = rate.fma(zg.fma(end, h.mul(endX)).abs(), tolerance);
        VectorMask<Double> smaller =
            error.mul(allowedX).compare(VectorOperators.LE, errorX.mul(allowed));
        error = error.blend(errorX, smaller);
        allowed = allowed.blend(allowedX, smaller);
        if (port == 0) {
          error.intoArray(w, LARGEST + lane);
          allowed.intoArray(w, ALLOWED + lane);
        } else {
          DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
          DoubleVector its = fromArray(SPECIES, w, ALLOWED + lane);
          VectorMask<Double> less =
              error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
          error.blend(largest, less).intoArray(w, LARGEST + lane);
          allowed.blend(its, less).intoArray(w, ALLOWED + lane);
        }
      } else {
        error = error.blend(errorX, error.compare(VectorOperators.LE, errorX));
        if (port == 0) {
          error.intoArray(w, LARGEST + lane);
        } else {
          DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
          error
              .blend(largest, error.compare(VectorOperators.LE, largest))
              .intoArray(w, LARGEST + lane);
        }
      }
    }
    pull.intoArray(w, PULLS + 0 * LANES + lane);
    pull1.fma(broadcast(SPECIES, P21), pull).intoArray(w, PULLS + 1 * LANES + lane);
    pull2
        .fma(broadcast(SPECIES, P32), pull1.fma(broadcast(SPECIES, P31), pull))
        .intoArray(w, PULLS + 2 * LANES + lane);
    pull3
        .fma(
            broadcast(SPECIES, P43),
            pull2.fma(broadcast(SPECIES, P42), pull1.fma(broadcast(SPECIES, P41), pull)))
        .intoArray(w, PULLS + 3 * LANES + lane);
    pull4
        .fma(
            broadcast(SPECIES, P54),
            pull3.fma(broadcast(SPECIES, P53), pull2.fma(broadcast(SPECIES, P52), pull.add(pull1))))
        .intoArray(w, PULLS + 4 * LANES + lane);
    pull5
        .fma(
            broadcast(SPECIES, P65),
            pull4.fma(
                broadcast(SPECIES, P64),
                pull3.fma(
                    broadcast(SPECIES, P63),
                    pull2.fma(broadcast(SPECIES, P62), pull1.fma(broadcast(SPECIES, P61), pull)))))
        .intoArray(w, PULLS + 5 * LANES + lane);
    pullEnd.intoArray(w, PULLS + 6 * LANES + lane);
    slope.intoArray(w, SLOPES + 0 * LANES + lane);
    slope1.fma(broadcast(SPECIES, P21), slope).intoArray(w, SLOPES + 1 * LANES + lane);
    slope2
        .fma(broadcast(SPECIES, P32), slope1.fma(broadcast(SPECIES, P31), slope))
        .intoArray(w, SLOPES + 2 * LANES + lane);
    slope3
        .fma(
            broadcast(SPECIES, P43),
            slope2.fma(broadcast(SPECIES, P42), slope1.fma(broadcast(SPECIES, P41), slope)))
        .intoArray(w, SLOPES + 3 * LANES + lane);
    slope4
        .fma(
            broadcast(SPECIES, P54),
            slope3.fma(
                broadcast(SPECIES, P53), slope2.fma(broadcast(SPECIES, P52), slope.add(slope1))))
        .intoArray(w, SLOPES + 4 * LANES + lane);
    slope5
        .fma(
            broadcast(SPECIES, P65),
            slope4.fma(
                broadcast(SPECIES, P64),
                slope3.fma(
                    broadcast(SPECIES, P63),
                    slope2.fma(
                        broadcast(SPECIES, P62), slope1.fma(broadcast(SPECIES, P61), slope)))))
        .intoArray(w, SLOPES + 5 * LANES + lane);
    slopeEnd.intoArray(w, SLOPES + 6 * LANES + lane);
  }

  /** As {@link #risingConductances} without leaks. */
  private static void risingCurrents(
      double[] w, int lane, int y, int state, int c, int k, int ports, boolean rates) {
    DoubleVector h = fromArray(SPECIES, w, TRIED + lane);
    DoubleVector back = h.neg();
    DoubleVector tolerance = fromArray(SPECIES, w, k + AdaptiveNeuron.TOLERANCE * LANES);
    DoubleVector rate = fromArray(SPECIES, w, k + AdaptiveNeuron.RATE_TOLERANCE * LANES);
    DoubleVector pull = fromArray(SPECIES, w, CURRENT + lane);
    DoubleVector pullEnd = pull;
    DoubleVector pull1 = zero(SPECIES);
    DoubleVector pull2 = zero(SPECIES);
    DoubleVector pull3 = zero(SPECIES);
    DoubleVector pull4 = zero(SPECIES);
    DoubleVector pull5 = zero(SPECIES);
    for (int port = 0; port < ports; port++) {
      int own = c + port * PER_PORT * LANES;
      int i = 2 * port * LANES;
      DoubleVector e = fromArray(SPECIES, w, own + PULL * LANES);
      DoubleVector decay = fromArray(SPECIES, w, own + DECAY * LANES);
      DoubleVector z = back.mul(decay);
      DoubleVector zg = back.mul(fromArray(SPECIES, w, own + RISE * LANES));
      DoubleVector before = fromArray(SPECIES, w, state + i);
      DoubleVector x = h.mul(before);
      DoubleVector g = fromArray(SPECIES, w, state + i + LANES);
      pull = e.fma(g, pull);
      DoubleVector g1 = zg.fma(g, x);
      pull1 = e.fma(g1, pull1);
      DoubleVector x1 = z.mul(x);
      DoubleVector g2 = zg.fma(g1, x1);
      pull2 = e.fma(g2, pull2);
      DoubleVector x2 = z.mul(x1);
      DoubleVector g3 = zg.fma(g2, x2);
      pull3 = e.fma(g3, pull3);
      DoubleVector x3 = z.mul(x2);
      DoubleVector g4 = zg.fma(g3, x3);
      pull4 = e.fma(g4, pull4);
      DoubleVector x4 = z.mul(x3);
      DoubleVector g5 = zg.fma(g4, x4);
      pull5 = e.fma(g5, pull5);
      DoubleVector x5 = z.mul(x4);
      DoubleVector g6 = zg.fma(g5, x5);
      DoubleVector sumX = x2.fma(broadcast(SPECIES, END3), x1.fma(broadcast(SPECIES, END2), x));
      sumX =
          x5.fma(
              broadcast(SPECIES, END6),
              x4.fma(broadcast(SPECIES, END5), x3.fma(broadcast(SPECIES, END4), sumX)));
      DoubleVector endX = decay.neg().fma(sumX, before);
      DoubleVector sum =
          g3.fma(broadcast(SPECIES, END3), g2.fma(broadcast(SPECIES, END2), g.add(g1)));
      DoubleVector end =
          g6.fma(
              broadcast(SPECIES, END6),
              g5.fma(broadcast(SPECIES, END5), g4.fma(broadcast(SPECIES, END4), sum)));
      pullEnd = e.fma(end, pullEnd);
      endX.intoArray(w, y + i);
      end.intoArray(w, y + i + LANES);
      DoubleVector errorX = x5.fma(broadcast(SPECIES, ERROR6), x4.mul(ERROR5)).mul(decay).abs();
      DoubleVector error = g6.fma(broadcast(SPECIES, ERROR6), g5.mul(ERROR5)).abs();
      if (rates) {
        DoubleVector allowedX = rate.fma(z.mul(endX).abs(), tolerance);
        DoubleVector allowed = rate.fma(zg.fma(end, h.mul(endX)).abs(), tolerance);
        VectorMask<Double> smaller =
            error.mul(allowedX).compare(VectorOperators.LE, errorX.mul(allowed));
        error = error.blend(errorX, smaller);
        allowed = allowed.blend(allowedX, smaller);
        if (port == 0) {
          error.intoArray(w, LARGEST + lane);
          allowed.intoArray(w, ALLOWED + lane);
        } else {
          DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
          DoubleVector its = fromArray(SPECIES, w, ALLOWED + lane);
          VectorMask<Double> less =
              error.mul(its).compare(VectorOperators.LE, largest.mul(allowed));
          error.blend(largest, less).intoArray(w, LARGEST + lane);
          allowed.blend(its, less).intoArray(w, ALLOWED + lane);
        }
      } else {
        error = error.blend(errorX, error.compare(VectorOperators.LE, errorX));
        if (port == 0) {
          error.intoArray(w, LARGEST + lane);
        } else {
          DoubleVector largest = fromArray(SPECIES, w, LARGEST + lane);
          error
              .blend(largest, error.compare(VectorOperators.LE, largest))
              .intoArray(w, LARGEST + lane);
        }
      }
    }
    pull.intoArray(w, PULLS + 0 * LANES + lane);
    pull1.fma(broadcast(SPECIES, P21), pull).intoArray(w, PULLS + 1 * LANES + lane);
    pull2
        .fma(broadcast(SPECIES, P32), pull1.fma(broadcast(SPECIES, P31), pull))
        .intoArray(w, PULLS + 2 * LANES + lane);
    pull3
        .fma(
            broadcast(SPECIES, P43),
            pull2.fma(broadcast(SPECIES, P42), pull1.fma(broadcast(SPECIES, P41), pull)))
        .intoArray(w, PULLS + 3 * LANES + lane);
    pull4
        .fma(
            broadcast(SPECIES, P54),
            pull3.fma(broadcast(SPECIES, P53), pull2.fma(broadcast(SPECIES, P52), pull.add(pull1))))
        .intoArray(w, PULLS + 4 * LANES + lane);
    pull5
        .fma(
            broadcast(SPECIES, P65),
            pull4.fma(
                broadcast(SPECIES, P64),
                pull3.fma(
                    broadcast(SPECIES, P63),
                    pull2.fma(broadcast(SPECIES, P62), pull1.fma(broadcast(SPECIES, P61), pull)))))
        .intoArray(w, PULLS + 5 * LANES + lane);
    pullEnd.intoArray(w, PULLS + 6 * LANES + lane);
    fromArray(SPECIES, w, k + AdaptiveNeuron.LEAK * LANES).neg().intoArray(w, SLOPES + lane);
  }
}
