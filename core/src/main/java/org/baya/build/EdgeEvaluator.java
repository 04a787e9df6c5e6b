package org.baya.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baya.compiled.SynapseTable;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.expression.Bindings;
import org.baya.expression.Program;
import org.baya.expression.Symbol;
import org.baya.model.Parameter;
import org.baya.model.TimeGrid;
import org.baya.random.StreamBlocks;

/**
 * Reads the edges of one projection block by block, keeps those whose target lies in given shards,
 * and evaluates their values. One per thread.
 */
final class EdgeEvaluator implements Bindings {
  private static final int BLOCK = EdgeList.BLOCK;

  private final ResolvedProjection projection;
  private final EdgeList.Reader reader;
  private final Optional<Program> weight;
  private final Optional<Program> delay;
  private final Optional<Program> receptor;
  private final Optional<Program> drop;
  private final List<Optional<Program>> parameters = new ArrayList<>();
  private final boolean randomWeight;
  private final boolean dropNeedsWeight;
  private final boolean dropNeedsDelay;
  private final boolean dropNeedsReceptor;
  private final boolean delayNeedsNodes;
  private final TimeGrid grid;
  private final PairGeometry geometry;

  private final int[] allTargets = new int[BLOCK];
  private final int[] allSources = new int[BLOCK];
  private final int[] pick = new int[BLOCK];
  private final int[] sources = new int[BLOCK];
  private final int[] targets = new int[BLOCK];
  private final double[] weights = new double[BLOCK];
  private double[] parameterValues = {};
  private final double[] delays = new double[BLOCK];
  private final double[] receptors = new double[BLOCK];
  private final int[] delaySteps = new int[BLOCK];
  private final double[] dropped = new double[BLOCK];
  private final int[] keep = new int[BLOCK];
  private final Set<String> inFormulas = new HashSet<>();
  private final Map<String, CachedColumn> cache = new HashMap<>();
  private boolean dropping;
  private final long[] allNumbers = new long[BLOCK];
  private long block;
  private boolean numbered;
  private boolean whole;
  private int size;
  private int count;
  private long droppedEdges;

  /** A column of the present block, read at most once. */
  private static final class CachedColumn {
    final double[] values = new double[BLOCK];
    long block = -1;
  }

  EdgeEvaluator(ResolvedProjection projection, long seed, TimeGrid grid) {
    this.projection = projection;
    this.grid = grid;
    geometry = projection.geometry();
    reader = projection.edges().reader();
    StreamBlocks streams = new StreamBlocks(seed, Program.MAX_ROWS);
    weight = compile(projection.weight(), streams);
    delay = compile(projection.delay(), streams);
    receptor = compile(projection.receptor(), streams);
    drop = projection.drop().map(d -> d.expression().compile(streams, d.purpose(), dropSymbols()));
    projection.synapse().values().forEach(value -> parameters.add(compile(value, streams)));
    fillIfFixed(projection.weight(), weights, BLOCK);
    fillIfFixed(projection.delay(), delays, BLOCK);
    fillIfFixed(projection.receptor(), receptors, BLOCK);
    randomWeight = projection.weight().isRandom();
    addNames(projection.weight());
    addNames(projection.delay());
    addNames(projection.receptor());
    projection.drop().ifPresent(this::addNames);
    projection.synapse().values().forEach(this::addNames);
    Set<Symbol> used = projection.drop().map(d -> d.expression().symbols()).orElse(Set.of());
    dropNeedsWeight = used.contains(Symbol.plain("weight"));
    dropNeedsDelay = used.contains(Symbol.plain("delay"));
    dropNeedsReceptor = used.contains(Symbol.plain("receptor"));
    delayNeedsNodes =
        projection.delay() instanceof Quantity.Computed computed
            && computed.expression().symbols().stream()
                .anyMatch(symbol -> symbol.kind() != Symbol.Kind.PLAIN);
  }

  /** Blocks leave the values of a fixed quantity as they are. */
  private static void fillIfFixed(Quantity quantity, double[] out, int n) {
    if (quantity instanceof Quantity.Fixed fixed) {
      Arrays.fill(out, 0, n, fixed.value());
    }
  }

  private void addNames(Quantity quantity) {
    if (quantity instanceof Quantity.Computed computed) {
      computed.expression().symbols().forEach(symbol -> inFormulas.add(symbol.name()));
    }
  }

  private Optional<Program> compile(Quantity quantity, StreamBlocks streams) {
    return quantity instanceof Quantity.Computed computed
        ? Optional.of(
            computed.expression().compile(streams, computed.purpose(), projection.symbols()))
        : Optional.empty();
  }

  private Set<Symbol> dropSymbols() {
    Set<Symbol> all = projection.symbols();
    ResolvedProjection.FINAL_VALUES.forEach(name -> all.add(Symbol.plain(name)));
    return all;
  }

  /** Moves before the first edge of {@code parts[from]}; {@code parts[from..to-1]} will be read. */
  void seek(int[] parts, int from, int to) {
    reader.seek(parts, from, to);
  }

  /** Goes on to the next block; false after the last. */
  boolean next() {
    size = reader.next();
    block++;
    numbered = false;
    return size > 0;
  }

  /** Edges of the block before any are left out. */
  int size() {
    return size;
  }

  /**
   * Keeps the edges of the block whose target lies in one of the {@code owned} shards and that are
   * not dropped.
   *
   * @param slotOf {@code shard << 16 | slot} by node
   * @param owned by shard
   * @return the number of edges kept
   */
  int load(int[] slotOf, boolean[] owned) {
    reader.targets(allTargets);
    checkRange("target", allTargets, size, projection.to().size());
    count = EdgeLoops.select(allTargets, size, slotOf, projection.to().firstNode(), owned, pick);
    whole = false;
    if (count > 0) {
      reader.sources(allSources);
      EdgeLoops.gather(allSources, pick, count, sources);
      EdgeLoops.gather(allTargets, pick, count, targets);
      checkSources();
    }
    applyDrop();
    return count;
  }

  /**
   * Keeps all edges of the block that are not dropped.
   *
   * @return the number of edges kept
   */
  int loadAll() {
    loadNodes();
    applyDrop();
    return count;
  }

  /**
   * As {@link #loadAll}, for who needs no more than the targets of the edges that are kept.
   *
   * @return the number of edges kept
   */
  int loadTargets() {
    if (drop.isPresent()) {
      return loadAll();
    }
    keepAll();
    readTargets();
    return count;
  }

  /** Reads the nodes of all edges of the block. */
  private void loadNodes() {
    keepAll();
    readTargets();
    reader.sources(sources);
    checkRange("source", sources, size, projection.from().size());
  }

  private void readTargets() {
    reader.targets(targets);
    checkRange("target", targets, size, projection.to().size());
  }

  /** Keeps all edges of the block; {@link #pick} is not needed then. */
  private void keepAll() {
    count = size;
    whole = true;
  }

  /** Fails if a node of the block is out of range. */
  private void checkRange(String column, int[] nodes, int n, int limit) {
    if (n > 0 && EdgeLoops.largest(nodes, n) >= limit) {
      int i = 0;
      while (nodes[i] >= 0 && nodes[i] < limit) {
        i++;
      }
      throw new InvalidInputException(
          projection.edges().place(column),
          "row "
              + number(i)
              + ": "
              + column
              + " is "
              + nodes[i]
              + "; allowed is 0 to "
              + (limit - 1));
    }
  }

  /**
   * Evaluates the delays [ms] of all edges of the block, dropped ones too; reads nodes only where
   * the formula does.
   */
  int loadDelays() {
    keepAll();
    if (delayNeedsNodes) {
      loadNodes();
    }
    evaluateDelays();
    return count;
  }

  private void checkSources() {
    int limit = projection.from().size();
    if (EdgeLoops.largest(sources, count) >= limit) {
      checkRange("source", allSources, size, limit);
    }
  }

  private void applyDrop() {
    if (drop.isEmpty() || count == 0) {
      return;
    }
    if (dropNeedsWeight) {
      evaluateWeights();
    }
    if (dropNeedsDelay) {
      evaluateDelays();
    }
    if (dropNeedsReceptor) {
      evaluateReceptors();
    }
    dropping = true;
    drop.get().evaluate(this, count, dropped);
    dropping = false;
    int kept = EdgeLoops.positionsKept(dropped, count, keep);
    droppedEdges += count - kept;
    if (kept < count) {
      if (whole) {
        System.arraycopy(keep, 0, pick, 0, kept);
      } else {
        EdgeLoops.gather(pick, keep, kept, pick);
      }
      whole = false;
      EdgeLoops.gather(sources, keep, kept, sources);
      EdgeLoops.gather(targets, keep, kept, targets);
      EdgeLoops.gather(weights, keep, kept, weights);
      EdgeLoops.gather(delays, keep, kept, delays);
      EdgeLoops.gather(receptors, keep, kept, receptors);
      count = kept;
    }
  }

  /** Evaluates weights, delays and receptors of the kept edges and checks them. */
  void evaluate() {
    // What the drop formula needed is there already.
    if (!dropNeedsWeight) {
      evaluateWeights();
    }
    if (!dropNeedsDelay) {
      evaluateDelays();
    }
    if (!dropNeedsReceptor) {
      evaluateReceptors();
    }
    checkWeights();
    roundDelays();
  }

  private void evaluateWeights() {
    evaluate(projection.weight(), weight, weights);
    if (randomWeight) {
      narrow(weights);
    }
  }

  /** Random draws are floats by definition. */
  private void narrow(double[] values) {
    for (int k = 0; k < count; k++) {
      values[k] = (float) values[k];
    }
  }

  /**
   * Evaluates a parameter of the kept edges' synapses and checks it.
   *
   * @param index of the parameter in {@link ResolvedSynapse}
   * @return its values; valid until the next call
   */
  double[] parameter(int index) {
    if (parameterValues.length == 0) {
      parameterValues = new double[BLOCK];
    }
    double[] out = parameterValues;
    Quantity value = projection.synapse().values().get(index);
    fillIfFixed(value, out, count);
    evaluate(value, parameters.get(index), out);
    if (value.isRandom()) {
      narrow(out);
    }
    Parameter parameter = projection.synapse().parameters().get(index);
    for (int k = 0; k < count; k++) {
      if (!parameter.range().contains(out[k])) {
        throw wrong(
            parameter.name(),
            k,
            parameter.name() + " is " + out[k] + "; allowed is " + parameter.range());
      }
    }
    return out;
  }

  private void evaluateDelays() {
    evaluate(projection.delay(), delay, delays);
  }

  private void evaluateReceptors() {
    evaluate(projection.receptor(), receptor, receptors);
  }

  /** Fills in the values of the kept edges; those of a fixed quantity are there already. */
  private void evaluate(Quantity quantity, Optional<Program> program, double[] out) {
    switch (quantity) {
      case Quantity.Fixed ignored -> {}
      case Quantity.Read read -> readColumn(read.column(), out);
      case Quantity.Computed ignored -> program.orElseThrow().evaluate(this, count, out);
    }
  }

  private void checkWeights() {
    if (!EdgeLoops.allFinite(weights, count)) {
      int k = 0;
      while (Double.isFinite(weights[k])) {
        k++;
      }
      throw wrong("weight", k, "weight is " + weights[k] + "; allowed is a finite number");
    }
  }

  private void roundDelays() {
    grid.stepsNearest(delays, count, delaySteps);
    if (!EdgeLoops.allWithin(delaySteps, count, SynapseTable.MAX_DELAY)) {
      int k = 0;
      while (delaySteps[k] >= 1 && delaySteps[k] <= SynapseTable.MAX_DELAY) {
        k++;
      }
      throw wrong("delay", k, delayMessage(delays[k]));
    }
  }

  /** How many of the kept edges have a delay that rounding moved. */
  int roundedDelays() {
    return grid.offSteps(delays, delaySteps, count);
  }

  private String delayMessage(double delayMs) {
    double h = grid.resolutionMs();
    double most = grid.timeMs(SynapseTable.MAX_DELAY);
    String help = delayMs < h ? "; 'delay: max(delay, " + h + ")' would clamp it" : "";
    return "delay is "
        + delayMs
        + " ms; allowed is one step ("
        + h
        + " ms) to "
        + most
        + " ms"
        + help;
  }

  @Override
  public void load(Symbol symbol, int n, double[] out) {
    switch (symbol.kind()) {
      case PLAIN -> plain(symbol.name(), out);
      case TARGET -> EdgeLoops.gather(projection.to().perNode(symbol.name()), targets, count, out);
      case SOURCE ->
          EdgeLoops.gather(projection.from().perNode(symbol.name()), sources, count, out);
      case TARGET_POSITION ->
          EdgeLoops.gather(projection.to().position(symbol.name()), targets, count, out);
      case SOURCE_POSITION ->
          EdgeLoops.gather(projection.from().position(symbol.name()), sources, count, out);
      case DISPLACEMENT ->
          geometry.displacements(symbol.name().substring(1), sources, targets, count, out);
      case DISTANCE -> geometry.distances(sources, targets, count, out);
    }
  }

  private void plain(String name, double[] out) {
    double[] finals =
        switch (name) {
          case "weight" -> weights;
          case "delay" -> delays;
          case "receptor" -> receptors;
          default -> null;
        };
    if (dropping && finals != null) {
      System.arraycopy(finals, 0, out, 0, count);
    } else {
      readColumn(name, out);
    }
  }

  private void readColumn(String name, double[] out) {
    if (whole && !inFormulas.contains(name)) {
      reader.column(name, out);
      return;
    }
    CachedColumn column = cache.computeIfAbsent(name, n -> new CachedColumn());
    if (column.block != block) {
      reader.column(name, column.values);
      column.block = block;
    }
    if (whole) {
      System.arraycopy(column.values, 0, out, 0, count);
    } else {
      EdgeLoops.gather(column.values, pick, count, out);
    }
  }

  @Override
  public void entities(int n, long[] out) {
    readNumbers();
    if (whole) {
      System.arraycopy(allNumbers, 0, out, 0, n);
      return;
    }
    for (int k = 0; k < n; k++) {
      out[k] = allNumbers[pick[k]];
    }
  }

  private void readNumbers() {
    if (!numbered) {
      reader.numbers(allNumbers);
      numbered = true;
    }
  }

  /** An error about kept edge k, placed in the file if the value comes from there. */
  InvalidInputException wrong(String value, int k, String message) {
    boolean column = projection.edges().columns().contains(value);
    String place = column ? projection.edges().place(value) : projection.place(value);
    String edge =
        projection.edges().order() == EdgeList.Order.NONE
            ? (column ? "row " : "edge ") + edge(k)
            : "edge from " + sources[k] + " to " + targets[k];
    return new InvalidInputException(place, edge + ": " + message);
  }

  /** Number of kept edge k in the projection. */
  long edge(int k) {
    return number(whole ? k : pick[k]);
  }

  private long number(int i) {
    readNumbers();
    return allNumbers[i];
  }

  /** Sources of the kept edges, 0-based inside their population. */
  int[] sources() {
    return sources;
  }

  /** Targets of the kept edges, 0-based inside their population. */
  int[] targets() {
    return targets;
  }

  /** Weights of the kept edges. */
  double[] weights() {
    return weights;
  }

  /** Delays of the kept edges [ms]. */
  double[] delaysMs() {
    return delays;
  }

  /** Delays of the kept edges [steps]. */
  int[] delaySteps() {
    return delaySteps;
  }

  /** Receptors of the kept edges. */
  double[] receptors() {
    return receptors;
  }

  /** Edges dropped so far. */
  long droppedEdges() {
    return droppedEdges;
  }

  /** How many of the kept edges have another delay than their column says. */
  int changedDelays() {
    if (!projection.edges().columns().contains("delay")
        || projection.delay() instanceof Quantity.Read) {
      return 0;
    }
    readColumn("delay", dropped);
    return differences(dropped, delays, count);
  }

  private static int differences(double[] a, double[] b, int n) {
    int differences = 0;
    for (int k = 0; k < n; k++) {
      differences += a[k] != b[k] ? 1 : 0;
    }
    return differences;
  }
}
