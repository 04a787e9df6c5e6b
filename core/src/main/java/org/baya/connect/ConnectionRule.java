package org.baya.connect;

import java.util.List;
import org.baya.model.Model;
import org.baya.model.Parameter;
import org.baya.model.Parameters;

/** A rule that chooses which nodes are connected. */
public interface ConnectionRule extends Model {

  /**
   * The edges between two populations.
   *
   * @param pair sizes and identity of the populations
   * @param options the rule's parameters
   * @throws org.baya.error.InvalidInputException if the request cannot be met, with the numbers
   */
  EdgeList edges(Pair pair, Parameters options);

  /**
   * What a rule connects.
   *
   * @param sources number of source nodes
   * @param targets number of target nodes
   * @param same whether both are the same population, so that equal numbers are the same node
   * @param seed of the network
   * @param purpose random stream of the projection
   * @param place for error messages
   */
  record Pair(int sources, int targets, boolean same, long seed, long purpose, String place) {}

  /** The parameter that most rules have: whether a node may connect to itself. */
  static Parameter allowAutapses() {
    return Parameter.flag("allow_autapses", true, "whether a node may be connected to itself");
  }

  /** The parameter that most rules have: whether a pair may be connected more than once. */
  static Parameter allowMultapses() {
    return Parameter.flag(
        "allow_multapses", true, "whether a pair may be connected more than once");
  }

  @Override
  List<Parameter> parameters();
}
