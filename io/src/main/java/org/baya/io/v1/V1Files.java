package org.baya.io.v1;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.baya.error.InvalidInputException;
import org.baya.io.hdf5.Hdf5Writer;

/**
 * Writes a generated network into its two HDF5 files.
 *
 * <pre>
 * v1.h5 (n cells, k types, m edges)
 *   attributes            n_neurons n_input n_output i64
 *   neurons/              node_type_ids population i32[n]; positions_x positions_y positions_z f32[n] um; population_names bytes
 *   neurons/glif3_params/ V_th g E_L C_m V_reset t_ref f32[k]; k f32[k,2] 1/ms; asc_amps f32[k,2] pA; tau_syn f32[k,4] ms
 *   recurrent/            sources targets i32[m]; weights f32[m]; delays f32[m] ms; receptor_types i32[m] from 0
 *   input/                sources targets receptor_types i32; weights f32; bkg_weights f32[n,4]
 *   readout/              neuron_ids i32
 * input.h5
 *   lgn/                  node_ids i32; timestamps f64 ms
 *   bkg/                  timestamps f64 ms
 * </pre>
 *
 * <p>Weights are pA / (V_th - E_L) of the target's type.
 */
public final class V1Files {
  private static final int OUTPUTS = 10;

  /** Cells that are read out: the first ones, fewer if there are not so many. */
  private static final int READOUT = 300;

  private V1Files() {}

  /**
   * Where the trains go unless the user says so: {@code input.h5} in the directory of the network's
   * file.
   */
  public static Path inputBeside(Path network) {
    return network.resolveSibling("input.h5");
  }

  /**
   * Writes both files; each appears whole or not at all.
   *
   * @param threads number of threads to write with
   */
  public static void write(V1Network network, Path networkFile, Path inputFile, int threads) {
    if (networkFile.toAbsolutePath().normalize().equals(inputFile.toAbsolutePath().normalize())) {
      throw new InvalidInputException(
          networkFile.toString(), "network and input spikes cannot go into the same file");
    }
    FilePlan plan = networkPlan(network);
    FilePlan inputPlan = inputPlan(network.trains());
    try (Hdf5Writer writer = Hdf5Writer.create(networkFile, plan.tree());
        Hdf5Writer inputWriter = Hdf5Writer.create(inputFile, inputPlan.tree())) {
      plan.write(writer);
      new RecurrentDatasets(network, writer).write(threads);
      inputPlan.write(inputWriter);
      writer.commit();
      inputWriter.commit();
    }
  }

  private static FilePlan networkPlan(V1Network network) {
    FilePlan plan = new FilePlan();
    V1Cells cells = network.cells();
    plan.attribute("n_neurons", cells.count())
        .attribute("n_input", V1Input.LGN_SOURCES)
        .attribute("n_output", OUTPUTS)
        .ints("/neurons/node_type_ids", cells.types())
        .floats("/neurons/positions_x", cells.x())
        .floats("/neurons/positions_y", cells.y())
        .floats("/neurons/positions_z", cells.z())
        .ints("/neurons/population", cells.populations())
        .strings(
            "/neurons/population_names",
            network.parameters().populationList().stream().map(V1Population::name).toList());
    planTypes(plan, network.parameters().typeList());
    RecurrentDatasets.declare(plan, network.recurrent().edges());
    planInput(plan, network);
    int[] readout = new int[Math.min(READOUT, cells.count())];
    Arrays.setAll(readout, i -> i);
    return plan.ints("/readout/neuron_ids", readout);
  }

  private static void planTypes(FilePlan plan, List<V1CellType> types) {
    String group = "/neurons/glif3_params/";
    plan.floats(group + "V_th", values(types, V1CellType::vThMv))
        .floats(group + "g", values(types, V1CellType::gNs))
        .floats(group + "E_L", values(types, V1CellType::eLMv))
        .floats(group + "C_m", values(types, V1CellType::cMPf))
        .floats(group + "V_reset", values(types, V1CellType::vResetMv))
        .floats(group + "t_ref", values(types, V1CellType::tRefMs))
        .floats(group + "k", values(types, V1CellType::decay1PerMs, V1CellType::decay2PerMs), 2)
        .floats(
            group + "asc_amps",
            values(types, V1CellType::amplitude1Pa, V1CellType::amplitude2Pa),
            2)
        .floats(
            group + "tau_syn",
            values(
                types,
                V1CellType::tauSyn1Ms,
                V1CellType::tauSyn2Ms,
                V1CellType::tauSyn3Ms,
                V1CellType::tauSyn4Ms),
            V1Input.PORTS);
  }

  private static void planInput(FilePlan plan, V1Network network) {
    V1Input input = network.input();
    V1Cells cells = network.cells();
    int[] receptors = new int[input.edges()];
    float[] weights = new float[input.edges()];
    for (int i = 0; i < receptors.length; i++) {
      int target = input.targets()[i];
      receptors[i] =
          network.parameters().populationList().get(cells.populations()[target]).drivePort() - 1;
      weights[i] = input.typeWeights()[cells.types()[target]];
    }
    plan.ints("/input/sources", input.sources())
        .ints("/input/targets", input.targets())
        .floats("/input/weights", weights)
        .ints("/input/receptor_types", receptors)
        .floats("/input/bkg_weights", input.backgroundWeights(), V1Input.PORTS);
  }

  private static FilePlan inputPlan(V1Trains trains) {
    return new FilePlan()
        .ints("/lgn/node_ids", trains.lgnIds())
        .doubles("/lgn/timestamps", trains.lgnTimes())
        .doubles("/bkg/timestamps", trains.backgroundTimes());
  }

  /** A table with a row per type and a column per parameter. */
  @SafeVarargs
  private static float[] values(List<V1CellType> types, ToDoubleFunction<V1CellType>... columns) {
    float[] values = new float[types.size() * columns.length];
    for (int type = 0; type < types.size(); type++) {
      for (int column = 0; column < columns.length; column++) {
        values[type * columns.length + column] =
            (float) columns[column].applyAsDouble(types.get(type));
      }
    }
    return values;
  }
}
