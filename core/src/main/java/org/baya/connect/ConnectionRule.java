package org.baya.connect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToLongFunction;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.model.Parameters;
import org.baya.random.RandomStream;

/** A rule that chooses which nodes are connected. */
public interface ConnectionRule extends Model {

  /**
   * The edges between two populations.
   *
   * @throws org.baya.error.InvalidInputException if the request cannot be met, with the numbers
   */
  EdgeList edges(Request request);

  /** The nodes that a mask lies around, one after the other. */
  enum Driver {
    /** The rule takes no mask. */
    NONE,
    /** Sources: the mask chooses targets. */
    SOURCE,
    /** Targets: the mask chooses sources. */
    TARGET,
    /** Either, as the user says; sources if nothing is said. */
    CHOICE
  }

  /** Around which nodes a mask lies; draws among all pairs alike if there is none. */
  default Driver driver() {
    return Driver.NONE;
  }

  /**
   * Whether the rule draws faster where it knows the places of nodes, even if there is no mask: it
   * is given candidates then, if one of its options is bounded by distance.
   */
  default boolean usesPlaces() {
    return false;
  }

  /** What the formula of an option may depend on. */
  enum Over {
    /** On nothing: the option is one number. */
    NONE,
    /** On the parameters and position of the source. */
    SOURCE,
    /** On the parameters and position of the target. */
    TARGET,
    /** On both, and on their distance. */
    PAIR
  }

  /** What the formula of an option may depend on. */
  default Over over(Parameter option) {
    return Over.NONE;
  }

  /**
   * What is asked of a rule.
   *
   * @param sources number of source nodes
   * @param targets number of target nodes
   * @param same whether both are the same population, so that equal numbers are the same node
   * @param options numbers and flags, complete and inside their ranges
   * @param values the options that may differ from pair to pair ({@link #over} is not NONE), all of
   *     them, by name; not checked where they are formulas
   * @param aroundSources the targets within the mask around each source, if there is a mask
   * @param aroundTargets the sources within the mask around each target, if there is a mask
   * @param seed of the network
   * @param purpose random stream of the projection
   * @param place for error messages
   */
  record Request(
      int sources,
      int targets,
      boolean same,
      Parameters options,
      Map<String, PairValue> values,
      Optional<Candidates> aroundSources,
      Optional<Candidates> aroundTargets,
      long seed,
      long purpose,
      String place) {

    /** A request without mask whose options are all numbers. */
    public static Request plain(
        int sources, int targets, boolean same, Parameters options, long seed, long purpose) {
      return new Request(
          sources,
          targets,
          same,
          options,
          Map.of(),
          Optional.empty(),
          Optional.empty(),
          seed,
          purpose,
          "projections.p");
    }

    /** The value of an option that may differ from pair to pair. */
    public PairValue value(Parameter option) {
      PairValue value = values.get(option.name());
      return value == null ? PairValue.of(options.value(option)) : value;
    }

    /** Whether a switch is on. */
    public boolean flag(Parameter option) {
      return options.flag(option);
    }

    /** The rule's random numbers; one object for each thread. */
    public RandomStream stream() {
      return new RandomStream(seed, purpose);
    }

    /** Whether a row must not contain its own node. */
    public boolean skipsSelf(Parameter allowAutapses) {
      return same && !flag(allowAutapses);
    }
  }

  /** The parameter that most rules have: whether a node may connect to itself. */
  static Parameter allowAutapses() {
    return Parameter.flag("allow_autapses", true, "whether a node may be connected to itself");
  }

  /** The parameter that most rules have: whether a pair may be connected more than once. */
  static Parameter allowMultapses() {
    return Parameter.flag(
        "allow_multapses", true, "whether a pair may be connected more than once");
  }

  /** The parameter of rules whose edges may come with their reverses. */
  static Parameter makeSymmetric() {
    return Parameter.flag(
        "make_symmetric",
        false,
        "whether every edge comes with its reverse, of the same weight, delay and receptor");
  }

  /**
   * Whether every edge comes with its reverse, of the same values. The rule makes the edges of one
   * direction; within one population each unordered pair once, where it draws pairs. An edge from a
   * node to itself is its own reverse.
   */
  default boolean symmetric(Parameters options) {
    return false;
  }

  /**
   * How arrays of synapse values lie on the edges of a rule: edge i of row r, to or from node k,
   * has the element {@code first(r) + k} or {@code first(r) + i}.
   *
   * @param edges the rule's edges, numbered {@code r << 32 | i}, in an order that suits the arrays
   * @param rows first dimension of an array
   * @param width second dimension of an array; 1 for lists
   * @param byNode whether elements are counted by node, not in the order of the row
   * @param first the element of a row's beginning
   * @param shape in words, for messages: {@code targets x indegree}
   */
  record ArrayForm(
      EdgeList edges,
      long rows,
      int width,
      boolean byNode,
      IntToLongFunction first,
      String shape) {}

  /**
   * The form of arrays of synapse values; nothing if the rule takes none.
   *
   * @throws org.baya.error.InvalidInputException if it takes arrays, but not for this request
   */
  default Optional<ArrayForm> arrays(Request request) {
    return Optional.empty();
  }

  @Override
  List<Parameter> parameters();
}
