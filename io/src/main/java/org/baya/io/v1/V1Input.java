package org.baya.io.v1;

import java.util.Arrays;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * The thalamic synapses, by target, and the weights of the background. Immutable; the arrays must
 * not be modified.
 *
 * <p>{@value #LGN_SOURCES} LGN sources lie uniformly over the square around the disc. A cell of a
 * population with LGN input gets it with the population's probability; then each of its synapses
 * comes from one of the {@value #WINDOW} sources nearest to it in rank along x, with replacement,
 * so that a source may occur twice. A population whose LGN weight is 0 gets none.
 */
public final class V1Input {
  /** Number of LGN sources. */
  public static final int LGN_SOURCES = 17_400;

  /** Number of receptor ports of a cell. */
  static final int PORTS = 4;

  /** Number of sources that a cell can get synapses from. */
  private static final int WINDOW = 1_800;

  /** Background synapses of a cell are told as the effect of this many. */
  private static final double BACKGROUND_FACTOR = 10.0;

  private static final Purpose SOURCE_POSITION = Purpose.of("v1 lgn position");
  private static final Purpose SYNAPSES = Purpose.of("v1 lgn synapses");

  private int[] sources = new int[1024];
  private int[] targets = new int[1024];
  private int count;
  private final float[] typeWeights;
  private final float[] backgroundWeights;

  private V1Input(int cells, int types) {
    typeWeights = new float[types];
    backgroundWeights = new float[cells * PORTS];
  }

  /** Connects LGN and background to the cells. */
  public static V1Input connect(V1Parameters parameters, V1Cells cells, V1Settings settings) {
    V1Input input = new V1Input(cells.count(), parameters.typeList().size());
    input.drawSynapses(parameters, cells, settings);
    input.scaleWeights(parameters, cells, settings.gains());
    return input;
  }

  /** Number of thalamic synapses. */
  public int edges() {
    return count;
  }

  /** LGN source of each synapse. */
  int[] sources() {
    return sources;
  }

  /** Target cell of each synapse, ascending. */
  int[] targets() {
    return targets;
  }

  /** Weight of the thalamic synapses onto each type: pA / (V_th - E_L). */
  float[] typeWeights() {
    return typeWeights;
  }

  /**
   * Weight of the background on each port of each cell: 10 pA / (V_th - E_L); cell x {@value
   * #PORTS} + port.
   */
  float[] backgroundWeights() {
    return backgroundWeights;
  }

  private void drawSynapses(V1Parameters parameters, V1Cells cells, V1Settings settings) {
    double[] x = sourcePositions(settings);
    int[] byX = ascending(x);
    double[] sortedX = new double[LGN_SOURCES];
    Arrays.setAll(sortedX, i -> x[byX[i]]);
    RandomStream stream = new RandomStream(settings.seed(), SYNAPSES);
    for (int cell = 0; cell < cells.count(); cell++) {
      V1Population population = parameters.populationList().get(cells.populations()[cell]);
      boolean driven = stream.at(cell, 0).nextDouble() < population.lgnProbability();
      if (driven && population.lgnWeightPa() != 0.0) {
        int place = Arrays.binarySearch(sortedX, cells.x()[cell]);
        int rank = place < 0 ? -place - 1 : place;
        int first = Math.clamp(rank - WINDOW / 2, 0, LGN_SOURCES - WINDOW);
        append(cell, population.lgnSynapses(), first, byX, stream);
      }
    }
    sources = Arrays.copyOf(sources, count);
    targets = Arrays.copyOf(targets, count);
  }

  private static double[] sourcePositions(V1Settings settings) {
    RandomStream stream = new RandomStream(settings.seed(), SOURCE_POSITION);
    double[] x = new double[LGN_SOURCES];
    for (int source = 0; source < LGN_SOURCES; source++) {
      x[source] = settings.radiusUm() * (2.0 * stream.at(source, 0).nextDouble() - 1.0);
    }
    return x;
  }

  /** The indices of {@code values} in ascending order of value, then of index. */
  private static int[] ascending(double[] values) {
    Integer[] order = new Integer[values.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Double.compare(values[a], values[b]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private void append(int cell, int synapses, int first, int[] byX, RandomStream stream) {
    if (count + synapses > sources.length) {
      sources = Arrays.copyOf(sources, 2 * (count + synapses));
      targets = Arrays.copyOf(targets, sources.length);
    }
    for (int i = count; i < count + synapses; i++) {
      sources[i] = byX[first + stream.nextInt(WINDOW)];
      targets[i] = cell;
    }
    Arrays.sort(sources, count, count + synapses);
    count += synapses;
  }

  private void scaleWeights(V1Parameters parameters, V1Cells cells, V1Gains gains) {
    float[] background = new float[typeWeights.length];
    for (int type = 0; type < typeWeights.length; type++) {
      V1CellType cellType = parameters.typeList().get(type);
      V1Population population = parameters.populationList().get(cellType.population());
      typeWeights[type] =
          (float) (gains.lgn() * population.lgnWeightPa() / cellType.voltageScaleMv());
      double backgroundPa =
          gains.background() * population.backgroundWeightPa() * population.backgroundSynapses();
      background[type] = (float) (BACKGROUND_FACTOR * backgroundPa / cellType.voltageScaleMv());
    }
    for (int cell = 0; cell < cells.count(); cell++) {
      int port = parameters.populationList().get(cells.populations()[cell]).drivePort();
      backgroundWeights[cell * PORTS + port - 1] = background[cells.types()[cell]];
    }
  }
}
