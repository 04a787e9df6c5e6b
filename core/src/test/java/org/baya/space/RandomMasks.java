package org.baya.space;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Masks of every kind with random numbers, each with its definition written out a second time. */
final class RandomMasks {
  private RandomMasks() {}

  /** A point of space relative to a mask's node. */
  interface Definition {
    boolean contains(double[] p);
  }

  record Case(Mask mask, Definition definition) {
    boolean holds(double[] p) {
      return definition.contains(p);
    }
  }

  static List<Case> all(int dimensions, Random random) {
    List<Case> simple = dimensions == 2 ? flat(random) : solid(random);
    List<Case> all = new ArrayList<>(simple);
    for (Case c : simple) {
      all.add(anchored(c, random));
    }
    for (int i = 0; i < 4; i++) {
      Case a = all.get(random.nextInt(all.size()));
      Case b = all.get(random.nextInt(all.size()));
      all.add(new Case(new IntersectionMask(a.mask, b.mask), p -> a.holds(p) && b.holds(p)));
      all.add(new Case(new UnionMask(a.mask, b.mask), p -> a.holds(p) || b.holds(p)));
      all.add(new Case(new DifferenceMask(a.mask, b.mask), p -> a.holds(p) && !b.holds(p)));
    }
    return all;
  }

  private static List<Case> flat(Random random) {
    double a = 0.1 + random.nextDouble();
    double b = a * (0.2 + 0.7 * random.nextDouble());
    double angle = 360 * random.nextDouble() - 180;
    double t = Math.toRadians(angle);
    return List.of(
        new Case(new CircularMask(a), p -> length(p) <= a),
        new Case(new DoughnutMask(b, a), p -> length(p) <= a && length(p) > b),
        new Case(
            new RectangularMask(List.of(-a, -0.1), List.of(b, 0.3), angle),
            p -> {
              double[] q = turn(p[0] - (b - a) / 2, p[1] - 0.1, -t);
              return Math.abs(q[0]) <= (a + b) / 2 && Math.abs(q[1]) <= 0.2;
            }),
        new Case(
            new EllipticalMask(a, b, angle),
            p -> {
              double[] q = turn(p[0], p[1], -t);
              return Math.hypot(2 * q[0] / a, 2 * q[1] / b) <= 1;
            }));
  }

  private static List<Case> solid(Random random) {
    double a = 0.1 + random.nextDouble();
    double b = a * (0.2 + 0.7 * random.nextDouble());
    double angle = 360 * random.nextDouble() - 180;
    double polar = 180 * random.nextDouble();
    return List.of(
        new Case(new SphericalMask(a), p -> length(p) <= a),
        new Case(
            new BoxMask(List.of(-a, -0.1, -0.2), List.of(b, 0.3, 0.2), angle, polar),
            p -> {
              double[] q =
                  unturn(new double[] {p[0] - (b - a) / 2, p[1] - 0.1, p[2]}, angle, polar);
              return Math.abs(q[0]) <= (a + b) / 2
                  && Math.abs(q[1]) <= 0.2
                  && Math.abs(q[2]) <= 0.2;
            }),
        new Case(
            new EllipsoidalMask(a, b, 0.6, angle, polar),
            p -> {
              double[] q = unturn(p, angle, polar);
              return length(new double[] {2 * q[0] / a, 2 * q[1] / b, 2 * q[2] / 0.6}) <= 1;
            }));
  }

  private static Case anchored(Case c, Random random) {
    List<Double> anchor = new ArrayList<>();
    for (int axis = 0; axis < c.mask.dimensions(); axis++) {
      anchor.add(random.nextDouble() - 0.5);
    }
    return new Case(
        new AnchoredMask(c.mask, anchor),
        p -> {
          double[] q = p.clone();
          for (int axis = 0; axis < q.length; axis++) {
            q[axis] -= anchor.get(axis);
          }
          return c.holds(q);
        });
  }

  private static double length(double[] p) {
    double sum = 0;
    for (double x : p) {
      sum += x * x;
    }
    return Math.sqrt(sum);
  }

  private static double[] turn(double x, double y, double angle) {
    return new double[] {
      x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)
    };
  }

  /** Takes back a rotation about z and then about the new x. */
  private static double[] unturn(double[] p, double azimuth, double polar) {
    double[] flat = turn(p[0], p[1], -Math.toRadians(azimuth));
    double[] steep = turn(flat[1], p[2], -Math.toRadians(polar));
    return new double[] {flat[0], steep[0], steep[1]};
  }

  static {
    // A quarter turn about z takes the x-axis to the y-axis; about x then, y to z.
    double[] q = unturn(new double[] {0, 1, 0}, 90, 0);
    if (Math.abs(q[0] - 1) > 1e-12) {
      throw new AssertionError("azimuth turns the wrong way");
    }
    q = unturn(new double[] {0, 0, 1}, 0, 90);
    if (Math.abs(q[1] - 1) > 1e-12) {
      throw new AssertionError("polar turns the wrong way");
    }
  }
}
