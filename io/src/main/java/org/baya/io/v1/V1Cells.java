package org.baya.io.v1;

import java.util.Arrays;
import java.util.List;
import org.baya.error.InvalidInputException;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * The cells: numbered from 0, grouped by population and within it by type, in the order of the
 * tables.
 *
 * <p>Numbers per population grow with the area of the cylinder and are divided among its types in
 * proportion to the full model by largest remainders. Positions are uniform in the disc and in the
 * depth range of the population. So that the number of edges does not vary with how many cells
 * happen to lie near the rim, the disc is cut into as many rings of equal area as a population has
 * cells, and each cell lies in a ring of its own. The tuning angles of the n cells of a type are 0,
 * 360 / (n - 1), ..., 360 degrees in random order. Immutable; the arrays must not be modified.
 */
public final class V1Cells {
  private static final Purpose POSITION = Purpose.of("v1 position");
  private static final Purpose RING = Purpose.of("v1 ring");
  private static final Purpose TUNING = Purpose.of("v1 tuning");

  private final int[] populationStart;
  private final int[] typeStart;
  private final int[] populations;
  private final int[] types;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final double[] tuning;

  private V1Cells(int[] populationStart, int[] typeStart) {
    int n = populationStart[populationStart.length - 1];
    this.populationStart = populationStart;
    this.typeStart = typeStart;
    this.populations = labels(populationStart);
    this.types = labels(typeStart);
    this.x = new float[n];
    this.y = new float[n];
    this.z = new float[n];
    this.tuning = new double[n];
  }

  /** Places the cells of the network that {@code settings} describes. */
  public static V1Cells place(V1Parameters parameters, V1Settings settings) {
    int[] populationStart = populationStart(parameters, settings);
    if (populationStart[populationStart.length - 1] == 0) {
      throw new InvalidInputException(
          "radius", settings.radiusUm() + " um leaves no cell; use a larger one");
    }
    V1Cells cells = new V1Cells(populationStart, typeStart(parameters, populationStart));
    cells.drawPositions(parameters, settings);
    cells.drawTuning(settings.seed());
    return cells;
  }

  /** Number of cells. */
  public int count() {
    return x.length;
  }

  /** First cell of each population, length populations + 1. */
  public int[] populationStart() {
    return populationStart;
  }

  /** First cell of each type, length types + 1. */
  public int[] typeStart() {
    return typeStart;
  }

  /** Index of the population of each cell. */
  public int[] populations() {
    return populations;
  }

  /** Index of the type of each cell. */
  public int[] types() {
    return types;
  }

  /** Lateral position [um] of each cell. */
  public float[] x() {
    return x;
  }

  /** Depth [um] of each cell. */
  public float[] y() {
    return y;
  }

  /** Other lateral position [um] of each cell. */
  public float[] z() {
    return z;
  }

  /** Tuning angle [degrees, 0..360] of each cell. */
  public double[] tuning() {
    return tuning;
  }

  /** The difference of two tuning angles as orientations: folded into 0..90 degrees. */
  static double orientationDifference(double a, double b) {
    double difference = Math.abs(a - b);
    if (difference >= 180.0) {
      difference -= 180.0;
    }
    return difference > 90.0 ? 180.0 - difference : difference;
  }

  private static int[] populationStart(V1Parameters parameters, V1Settings settings) {
    List<V1Population> populations = parameters.populationList();
    double area = settings.radiusUm() / V1Settings.CORE_RADIUS_UM;
    int[] start = new int[populations.size() + 1];
    for (int i = 0; i < populations.size(); i++) {
      start[i + 1] = start[i] + (int) Math.round(populations.get(i).coreCount() * area * area);
    }
    return start;
  }

  private static int[] typeStart(V1Parameters parameters, int[] populationStart) {
    List<V1CellType> types = parameters.typeList();
    int[] start = new int[types.size() + 1];
    int first = 0;
    for (int population = 0; population < populationStart.length - 1; population++) {
      int last = first;
      while (last < types.size() && types.get(last).population() == population) {
        last++;
      }
      long[] shares =
          types.subList(first, last).stream().mapToLong(V1CellType::fullCount).toArray();
      int[] counts =
          apportion(populationStart[population + 1] - populationStart[population], shares);
      for (int i = 0; i < counts.length; i++) {
        start[first + i + 1] = start[first + i] + counts[i];
      }
      first = last;
    }
    return start;
  }

  /**
   * Divides {@code total} in proportion to {@code shares}; what rounding down leaves goes to the
   * largest remainders.
   */
  static int[] apportion(int total, long[] shares) {
    long sum = 0;
    for (long share : shares) {
      sum += share;
    }
    int[] counts = new int[shares.length];
    long[] remainders = new long[shares.length];
    int left = total;
    for (int i = 0; i < shares.length; i++) {
      counts[i] = (int) (total * shares[i] / sum);
      remainders[i] = total * shares[i] % sum;
      left -= counts[i];
    }
    for (; left > 0; left--) {
      int largest = 0;
      for (int i = 1; i < shares.length; i++) {
        largest = remainders[i] > remainders[largest] ? i : largest;
      }
      counts[largest]++;
      remainders[largest] = -1;
    }
    return counts;
  }

  /** The index of the range that each element lies in. */
  private static int[] labels(int[] start) {
    int[] labels = new int[start[start.length - 1]];
    for (int i = 0; i < start.length - 1; i++) {
      Arrays.fill(labels, start[i], start[i + 1], i);
    }
    return labels;
  }

  private void drawPositions(V1Parameters parameters, V1Settings settings) {
    RandomStream stream = new RandomStream(settings.seed(), POSITION);
    for (int population = 0; population < populationStart.length - 1; population++) {
      int first = populationStart[population];
      int n = populationStart[population + 1] - first;
      double top = parameters.populationList().get(population).topUm();
      double bottom = parameters.populationList().get(population).bottomUm();
      int[] rings = shuffled(n, new RandomStream(settings.seed(), RING).at(population, 0));
      for (int i = 0; i < n; i++) {
        stream.at(first + i, 0);
        double radius = settings.radiusUm() * Math.sqrt((rings[i] + stream.nextDouble()) / n);
        double angle = 2.0 * Math.PI * stream.nextDouble();
        x[first + i] = (float) (radius * Math.cos(angle));
        z[first + i] = (float) (radius * Math.sin(angle));
        y[first + i] = (float) (top + (bottom - top) * stream.nextDouble());
      }
    }
  }

  private void drawTuning(long seed) {
    RandomStream stream = new RandomStream(seed, TUNING);
    for (int type = 0; type < typeStart.length - 1; type++) {
      int first = typeStart[type];
      int n = typeStart[type + 1] - first;
      int[] places = shuffled(n, stream.at(type, 0));
      for (int i = 0; i < n; i++) {
        tuning[first + i] = n == 1 ? 0.0 : 360.0 * places[i] / (n - 1);
      }
    }
  }

  /** The numbers 0..n-1 in random order (inside-out Fisher-Yates). */
  private static int[] shuffled(int n, RandomStream stream) {
    int[] values = new int[n];
    for (int i = 0; i < n; i++) {
      int j = stream.nextInt(i + 1);
      values[i] = values[j];
      values[j] = i;
    }
    return values;
  }
}
