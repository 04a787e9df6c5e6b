package org.baya.space;

/**
 * A rotation about the z-axis by the azimuth angle, from the x-axis towards the y-axis, and then
 * about the new x-axis by the polar angle, from the new y-axis towards the z-axis.
 */
final class Rotation {
  private final double azimuthCos;
  private final double azimuthSin;
  private final double polarCos;
  private final double polarSin;

  /** A rotation by angles in degrees; whole quarters are exact. */
  Rotation(double azimuthAngle, double polarAngle) {
    azimuthCos = cos(azimuthAngle);
    azimuthSin = cos(azimuthAngle - 90);
    polarCos = cos(polarAngle);
    polarSin = cos(polarAngle - 90);
  }

  private static double cos(double degrees) {
    double quarters = degrees / 90;
    if (quarters == Math.rint(quarters)) {
      int quarter = Math.floorMod((long) quarters, 4);
      return quarter == 0 ? 1 : quarter == 2 ? -1 : 0;
    }
    return Math.cos(Math.toRadians(degrees));
  }

  /** Coordinate of a point along the rotated x-axis. */
  double x(double x, double y) {
    return x * azimuthCos + y * azimuthSin;
  }

  /** Coordinate of a point along the rotated y-axis. */
  double y(double x, double y, double z) {
    return (y * azimuthCos - x * azimuthSin) * polarCos + z * polarSin;
  }

  /** Coordinate of a point along the rotated z-axis. */
  double z(double x, double y, double z) {
    return z * polarCos - (y * azimuthCos - x * azimuthSin) * polarSin;
  }

  /**
   * Half the extent along an axis of a cuboid with these half edges, turned by this rotation.
   *
   * @param half along the rotated axes
   */
  double cuboidReach(int axis, double... half) {
    return Math.abs(factor(axis, 0)) * half[0]
        + Math.abs(factor(axis, 1)) * half[1]
        + Math.abs(factor(axis, 2)) * half[2];
  }

  /**
   * Half the extent along an axis of an ellipsoid with these semi-axes, turned by this rotation.
   */
  double ellipsoidReach(int axis, double... half) {
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      sum += factor(axis, i) * factor(axis, i) * half[i] * half[i];
    }
    return Math.sqrt(sum);
  }

  /** Cosine of the angle between an axis and a rotated axis. */
  private double factor(int axis, int rotated) {
    double x = axis == 0 ? 1 : 0;
    double y = axis == 1 ? 1 : 0;
    double z = axis == 2 ? 1 : 0;
    return switch (rotated) {
      case 0 -> x(x, y);
      case 1 -> y(x, y, z);
      default -> z(x, y, z);
    };
  }
}
