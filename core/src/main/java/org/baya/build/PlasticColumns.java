package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.baya.compiled.EdgeNumbers;
import org.baya.compiled.PlasticTable;
import org.baya.compiled.SynapseTable;
import org.baya.compiled.VolumeSignal;
import org.baya.compiled.Weights;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.model.Parameter;
import org.baya.model.PlasticModel;
import org.baya.model.SynapseColumns;
import org.baya.model.SynapseDraws;
import org.baya.model.SynapseValue;
import org.baya.model.TimeGrid;
import org.baya.model.VolumeSpikes;
import org.baya.random.Purpose;
import org.baya.random.RandomStream;

/**
 * What the tables of a plastic projection have beside slots, delays and weights while they are
 * being built: parameters that differ between synapses in their narrowest form, state in 64 bits,
 * edge numbers.
 */
final class PlasticColumns {
  private final ResolvedProjection projection;
  private final PlasticModel model;
  private final Optional<VolumeSignal> signal;
  private final TimeGrid grid;
  private final long seed;
  private final List<Column> columns = new ArrayList<>();
  private final boolean wide;
  private final EdgeNumbers[] numbers;

  /**
   * A parameter or state variable.
   *
   * @param value a state variable that cannot be set has its default
   * @param index among the values of the projection; -1 if it cannot be set
   */
  private record Column(Parameter parameter, Quantity value, int index, WeightColumns values) {
    boolean isState() {
      return parameter.kind() == Parameter.Kind.INITIAL;
    }
  }

  /** Empty columns. */
  PlasticColumns(
      ResolvedProjection projection,
      int shards,
      TransmitterBuilder transmitters,
      TimeGrid grid,
      long seed) {
    this.projection = projection;
    this.grid = grid;
    this.seed = seed;
    model = (PlasticModel) projection.synapse().model();
    signal = projection.synapse().transmitter().map(transmitters::signal);
    ResolvedSynapse synapse = projection.synapse();
    for (int p = 0; p < synapse.parameters().size(); p++) {
      Quantity value = synapse.values().get(p);
      boolean state = synapse.parameters().get(p).kind() == Parameter.Kind.INITIAL;
      WeightForm form = state ? new WeightForm.Float64() : WeightForm.of(value, projection.edges());
      columns.add(new Column(synapse.parameters().get(p), value, p, form.columns(shards)));
    }
    for (Parameter hidden : model.hidden()) {
      columns.add(
          new Column(
              hidden,
              new Quantity.Fixed(hidden.standard().getFirst()),
              -1,
              new WeightForm.Float64().columns(shards)));
    }
    wide = isWide(projection.edges());
    numbers = new EdgeNumbers[shards];
  }

  private static boolean isWide(EdgeList edges) {
    return !edges.isNumberedThrough() || edges.size() > Integer.MAX_VALUE;
  }

  /** Bytes per synapse beside slot and weight. */
  static int bytes(ResolvedProjection projection) {
    return projection.synapse().columnBytes(projection.edges())
        + (isWide(projection.edges()) ? Long.BYTES : Integer.BYTES);
  }

  /** Makes room for the synapses of a shard; what is the same for all is filled in. */
  void allocate(int shard, int synapses) {
    for (Column column : columns) {
      column.values.allocate(shard, synapses);
      if (column.value instanceof Quantity.Fixed fixed
          && column.values instanceof WeightColumns.Doubles doubles) {
        Arrays.fill(doubles.columns()[shard], fixed.value());
      }
    }
    numbers[shard] =
        wide ? new EdgeNumbers.Longs(new long[synapses]) : new EdgeNumbers.Ints(new int[synapses]);
  }

  /**
   * Sets the values of a block.
   *
   * @param places {@code shard << 16 | slot} of each synapse
   * @param at its place within the shard
   */
  void put(EdgeEvaluator edges, int[] places, int[] at, int n) {
    for (int k = 0; k < n; k++) {
      switch (numbers[places[k] >>> 16]) {
        case EdgeNumbers.Ints ints -> ints.values()[at[k]] = (int) edges.edge(k);
        case EdgeNumbers.Longs longs -> longs.values()[at[k]] = edges.edge(k);
      }
    }
    for (Column column : columns) {
      if (!(column.value instanceof Quantity.Fixed)) {
        column.values.put(places, at, edges.parameter(column.index), n);
      }
    }
  }

  /** The columns of a shard, to be sorted. */
  ExtraColumns of(int shard) {
    return new ExtraColumns(
        columns.stream().map(column -> column.values.of(shard)).toList(), numbers[shard]);
  }

  /**
   * The finished table of a shard.
   *
   * @throws InvalidInputException if the values of a synapse contradict each other
   */
  PlasticTable table(int shard, SynapseTable rows) {
    Finished finished =
        new Finished(
            ((Weights.Doubles) rows.weights()).values(),
            new HashMap<>(),
            new HashMap<>(),
            numbers[shard],
            new RandomStream(seed, Purpose.TRANSMISSION.at(projection.index())),
            signal);
    int bytes = 0;
    for (Column column : columns) {
      Weights values = column.values.finished(shard);
      if (column.isState()) {
        finished.state.put(column.parameter.name(), ((Weights.Doubles) values).values());
      } else {
        finished.values.put(column.parameter.name(), value(values));
        bytes += values.bytesPerSynapse();
      }
    }
    PlasticTable table =
        new PlasticTable(
            projection.index(),
            rows,
            model.dynamics(finished, grid),
            model.readsTarget(),
            model.isModulated(),
            NeuronKinds.counts(projection.to()),
            finished.numbers,
            finished.state,
            bytes);
    check(table);
    return table;
  }

  private SynapseValue value(Weights values) {
    return switch (values) {
      case Weights.Constant constant -> new SynapseValue.Common(constant.value(), grid);
      case Weights.Count _ -> new SynapseValue.Common(1, grid);
      case Weights.Floats floats -> new SynapseValue.Floats(floats.values(), grid.resolutionMs());
      case Weights.Doubles doubles ->
          new SynapseValue.Doubles(doubles.values(), grid.resolutionMs());
    };
  }

  private void check(PlasticTable table) {
    int[] begins = table.rows().rows();
    int synapse = 0;
    for (int row = 0; row < table.rows().sources(); row++) {
      int end = synapse;
      for (int group = begins[row] + 1; group < begins[row + 1]; group++) {
        end += SynapseTable.synapses(table.rows().directory()[group]);
      }
      for (; synapse < end; synapse++) {
        String conflict = table.dynamics().conflict(synapse);
        if (!conflict.isEmpty()) {
          throw new InvalidInputException(
              projection.place("synapse"),
              model.name() + ", an edge from " + row + ": " + conflict);
        }
      }
    }
  }

  /** Finished columns, as a dynamics sees them. */
  private record Finished(
      double[] weights,
      Map<String, double[]> state,
      Map<String, SynapseValue> values,
      EdgeNumbers numbers,
      RandomStream stream,
      Optional<VolumeSignal> signal)
      implements SynapseColumns {
    @Override
    public double[] state(Parameter initial) {
      return Objects.requireNonNull(state.get(initial.name()), initial.name());
    }

    @Override
    public SynapseValue value(Parameter parameter) {
      return Objects.requireNonNull(values.get(parameter.name()), parameter.name());
    }

    @Override
    public SynapseDraws draws() {
      return (synapse, spike) -> stream.at(numbers.at(synapse), spike.number());
    }

    @Override
    public VolumeSpikes volumeSpikes() {
      return signal.orElseThrow();
    }
  }
}
