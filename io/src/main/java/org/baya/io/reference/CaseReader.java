package org.baya.io.reference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.baya.io.yaml.YamlReader;
import org.baya.network.Network;

/**
 * Reads reference cases, JSON:
 *
 * <pre>
 * name, note, resolution [ms], duration [ms], tolerance, interval [ms] (of samples; default the resolution)
 * nodes        [{name, model, count = 1, params}]            params as in NEST
 * connections  [{pre, post, weight, delay, receptor?, synapse?, synapse_params?, rule = all_to_all, edges?, record_final_weight?}]
 *              with edges {source: [...], target: [...]} (0-based) weight, delay and receptor may be lists of that length;
 *              with a rule, which may be {rule: name, options}, lists in the order of the rule
 * record       {node name: [recorded variables]}
 * reference    traces: {name: {times, senders?, variable: [...]}}
 *              spikes: {name: {times [ms], senders (0-based)}}
 *              final_weights: {connection index: [w]}    in the order of the edges, or by source, then target
 * </pre>
 *
 * <p>JSON is read as the YAML that it is. The reader checks the form; whether models and parameters
 * exist is left to building.
 */
public final class CaseReader {
  private static final Set<String> KEYS =
      Set.of(
          "name",
          "note",
          "resolution",
          "duration",
          "tolerance",
          "interval",
          "nodes",
          "connections",
          "record",
          "reference");

  private static final List<String> ANSWERS = List.of("traces", "spikes", "final_weights");

  private final CaseValue root;
  private final String source;

  private CaseReader(CaseValue root, String source) {
    this.root = root;
    this.source = source;
  }

  /**
   * Reads a case.
   *
   * @param source file name, for messages
   * @param text the file
   * @throws org.baya.error.InvalidInputException with one line if it is no such case
   */
  public static ReferenceCase read(String source, String text) {
    return new CaseReader(new CaseValue("", YamlReader.read(source, text)), source).read();
  }

  private ReferenceCase read() {
    root.requireSpelling(KEYS);
    double resolutionMs = root.get("resolution").positive();
    String name = root.find("name").map(CaseValue::text).orElse(source);
    Network network = new NetworkReader(root).network(name, resolutionMs);
    CaseValue reference = root.get("reference");
    if (ANSWERS.stream().allMatch(key -> members(reference, key).isEmpty())) {
      throw reference.wrong("has no answer: neither traces nor spikes nor final_weights");
    }
    return new ReferenceCase(
        name,
        network,
        root.get("duration").positive(),
        tolerance(root.get("tolerance")),
        root.find("interval").map(CaseValue::positive).orElse(resolutionMs),
        traces(reference, network),
        spikes(reference, network),
        finalWeights(reference, network));
  }

  private static double tolerance(CaseValue value) {
    double tolerance = value.number();
    if (!(tolerance >= 0)) {
      throw value.wrong("is " + tolerance + "; allowed is a number >= 0");
    }
    return tolerance;
  }

  private Map<String, ReferenceCase.Trace> traces(CaseValue reference, Network network) {
    Map<String, ReferenceCase.Trace> traces = new LinkedHashMap<>();
    Map<String, CaseValue> wanted = root.find("record").map(CaseValue::entries).orElse(Map.of());
    wanted.values().forEach(value -> NetworkReader.requireNode(value, network));
    for (CaseValue value : members(reference, "traces")) {
      long count = NetworkReader.requireNode(value, network);
      traces.put(lastKey(value), trace(value, count));
    }
    wanted.forEach((node, variables) -> {
      for (CaseValue variable : variables.items()) {
        ReferenceCase.Trace trace = traces.get(node);
        if (trace == null || !trace.values().containsKey(variable.text())) {
          throw variable.wrong("'" + variable.text() + "' has no trace in reference.traces");
        }
      }
    });
    return traces;
  }

  private static ReferenceCase.Trace trace(CaseValue value, long count) {
    double[] times = value.get("times").numbers();
    int[] senders = senders(value, times.length, count).orElse(new int[0]);
    Map<String, double[]> values = new LinkedHashMap<>();
    value
        .entries()
        .forEach((key, samples) -> {
          if (!key.equals("times") && !key.equals("senders")) {
            values.put(key, samples.numbers());
            requireLength(samples, samples.numbers().length, times.length);
          }
        });
    return new ReferenceCase.Trace(senders, times, values);
  }

  private static Map<String, ReferenceCase.Spikes> spikes(CaseValue reference, Network network) {
    Map<String, ReferenceCase.Spikes> spikes = new LinkedHashMap<>();
    for (CaseValue value : members(reference, "spikes")) {
      long count = NetworkReader.requireNode(value, network);
      double[] times = value.get("times").numbers();
      int[] senders = senders(value, times.length, count).orElse(new int[times.length]);
      spikes.put(lastKey(value), sorted(senders, times));
    }
    return spikes;
  }

  private static ReferenceCase.Spikes sorted(int[] senders, double[] times) {
    int[] order =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(i -> times[i])
                    .thenComparingInt(i -> senders[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    return new ReferenceCase.Spikes(
        Arrays.stream(order).map(i -> senders[i]).toArray(),
        Arrays.stream(order).mapToDouble(i -> times[i]).toArray());
  }

  private static Optional<int[]> senders(CaseValue value, int length, long count) {
    Optional<int[]> senders = value.find("senders").map(CaseValue::wholes);
    senders.ifPresent(all -> {
      requireLength(value.get("senders"), all.length, length);
      for (int sender : all) {
        if (sender >= count) {
          throw value
              .get("senders")
              .wrong("has node " + sender + "; allowed is 0 to " + (count - 1));
        }
      }
    });
    return senders;
  }

  private static void requireLength(CaseValue value, int length, int times) {
    if (length != times) {
      throw value.wrong("has " + length + " elements; there are " + times + " times");
    }
  }

  private static Map<String, double[]> finalWeights(CaseValue reference, Network network) {
    Map<String, double[]> weights = new LinkedHashMap<>();
    for (CaseValue value : members(reference, "final_weights")) {
      String projection = NetworkReader.projectionName(lastKey(value));
      if (network.projections().stream().noneMatch(p -> p.name().equals(projection))) {
        throw value.wrong("no such connection; there are " + network.projections().size());
      }
      weights.put(projection, value.isList() ? value.numbers() : new double[] {value.number()});
    }
    return weights;
  }

  private static List<CaseValue> members(CaseValue reference, String key) {
    return reference.find(key).map(v -> List.copyOf(v.entries().values())).orElse(List.of());
  }

  private static String lastKey(CaseValue value) {
    return NetworkReader.lastKey(value);
  }
}
