package org.baya.connect.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.baya.connect.EdgeList;
import org.baya.error.InvalidInputException;
import org.baya.network.Connectivity;

/**
 * A mask with zero or more value sets, or a multiset sum of several such. The number of values, the
 * same for all summands, is the arity. Immutable.
 */
public final class ConnectionSet {
  private final List<Term> terms;
  private final List<String> names;

  /** A mask with its values: one summand of a connection set. */
  record Term(Mask mask, List<ValueSet> values) {
    Term {
      values = List.copyOf(values);
    }
  }

  private ConnectionSet(List<Term> terms, List<String> names) {
    this.terms = List.copyOf(terms);
    this.names = List.copyOf(names);
  }

  /** A mask with values that have no names. */
  public static ConnectionSet of(Mask mask, ValueSet... values) {
    return named(mask, List.of(values), List.of());
  }

  /**
   * A mask with values.
   *
   * @param names what the values are, for example {@code weight}; empty, or one for each value
   */
  public static ConnectionSet named(Mask mask, List<ValueSet> values, List<String> names) {
    if (!names.isEmpty() && names.size() != values.size()) {
      throw new InvalidInputException(
          values.size() + " values and " + names.size() + " names; each value needs one");
    }
    return new ConnectionSet(List.of(new Term(mask, values)), names);
  }

  /**
   * Reads the text form, for example {@code random(0.1) * (full - oneToOne)}.
   *
   * @param place for error messages
   * @throws InvalidInputException with one line about the first error
   */
  public static ConnectionSet parse(String text, String place) {
    return AlgebraParser.parse(text, place);
  }

  /** The set as part of a description; {@link #parse} makes an equal set from its text. */
  public Connectivity.Algebra connectivity() {
    return new Connectivity.Algebra(AlgebraPrinter.print(this), List.of());
  }

  /** Number of values. */
  public int arity() {
    return terms.getFirst().values().size();
  }

  /** What the values are; empty if they have no names. */
  public List<String> names() {
    return names;
  }

  List<Term> terms() {
    return terms;
  }

  /** The pairs without values. */
  public Mask mask() {
    Mask sum = terms.getFirst().mask();
    for (Term term : terms.subList(1, terms.size())) {
      sum = sum.plus(term.mask());
    }
    return sum;
  }

  /** Value {@code k}, counted from 0. */
  public ValueSet value(int k) {
    if (k < 0 || k >= arity()) {
      throw new InvalidInputException(
          "there is no value " + k + "; the connection set has " + arity() + ", counted from 0");
    }
    return terms.size() == 1 ? terms.getFirst().values().get(k) : new ValueOf(this, k);
  }

  /** Multiset sum: the connections of both. */
  public ConnectionSet plus(ConnectionSet other) {
    if (arity() != other.arity()) {
      throw new InvalidInputException(
          "one set has "
              + arity()
              + " values, the other "
              + other.arity()
              + "; a sum needs the same");
    }
    if (!names.isEmpty() && !other.names.isEmpty() && !names.equals(other.names)) {
      throw new InvalidInputException(
          "one set has the values "
              + String.join(", ", names)
              + ", the other "
              + String.join(", ", other.names)
              + "; a sum needs the same");
    }
    List<Term> all = new ArrayList<>(terms);
    all.addAll(other.terms);
    return new ConnectionSet(all, names.isEmpty() ? other.names : names);
  }

  /** The connections whose pairs are in a mask. */
  public ConnectionSet times(Mask mask) {
    return masked(m -> m.times(mask));
  }

  /** The connections whose pairs are not in a mask. */
  public ConnectionSet minus(Mask mask) {
    return masked(m -> m.minus(mask));
  }

  /** The same connections with other values: arithmetic on sets of one value. */
  public ConnectionSet mapped(UnaryOperator<ValueSet> change) {
    if (arity() != 1) {
      throw new InvalidInputException(
          "arithmetic needs a connection set of one value, this one has "
              + arity()
              + "; make a new one with cset(mask(c), 2 * value(c, 0), ...)");
    }
    return new ConnectionSet(
        terms.stream()
            .map(t -> new Term(t.mask(), List.of(change.apply(t.values().getFirst()))))
            .toList(),
        names);
  }

  /** Every connection (i, j) becomes the block of M sources from iM and N targets from jN. */
  public ConnectionSet block(int m, int n) {
    return moved(mask -> mask.block(m, n), MovedValue.Move.BLOCK, m, n);
  }

  /** The part with i below M and j below N, again and again in both directions. */
  public ConnectionSet repeat(int m, int n) {
    return moved(mask -> mask.repeat(m, n), MovedValue.Move.REPEAT, m, n);
  }

  /** Every connection (i, j) becomes (i + M, j + N). */
  public ConnectionSet shift(int m, int n) {
    return moved(mask -> mask.shift(m, n), MovedValue.Move.SHIFT, m, n);
  }

  /** Every connection (i, j) becomes (j, i). */
  public ConnectionSet transpose() {
    return moved(Mask::transpose, MovedValue.Move.TRANSPOSE, 1, 1);
  }

  private ConnectionSet masked(UnaryOperator<Mask> change) {
    return new ConnectionSet(
        terms.stream().map(t -> new Term(change.apply(t.mask()), t.values())).toList(), names);
  }

  private ConnectionSet moved(UnaryOperator<Mask> change, MovedValue.Move move, int m, int n) {
    return new ConnectionSet(
        terms.stream()
            .map(t ->
                new Term(
                    change.apply(t.mask()),
                    t.values().stream().map(v -> MovedValue.of(move, m, n, v)).toList()))
            .toList(),
        names);
  }

  /**
   * The edges between two populations. Rows belong to targets unless the expression is cheaper by
   * sources.
   *
   * @param columns what the values are, by position, if they have no names of their own; empty for
   *     weight and delay
   * @throws InvalidInputException if positions or names are missing
   */
  public EdgeList edges(Populations populations, List<String> columns) {
    List<String> positions = columns.isEmpty() ? List.of("weight", "delay") : columns;
    List<String> wanted = names.isEmpty() ? positions : names;
    if (wanted.size() < arity() || !columns.isEmpty() && wanted.size() > arity()) {
      throw new InvalidInputException(
          populations.place(),
          "the connection set has "
              + arity()
              + " values and there are names for "
              + wanted.size()
              + ": "
              + String.join(", ", wanted));
    }
    return AlgebraEdges.of(this, populations, wanted.subList(0, arity()));
  }

  String text(Wording of) {
    return terms.stream().map(term -> text(term, of)).collect(Collectors.joining(" + "));
  }

  private String text(Term term, Wording of) {
    if (term.values().isEmpty()) {
      return of.apply(term.mask());
    }
    StringBuilder text = new StringBuilder("cset(").append(of.apply(term.mask()));
    for (int k = 0; k < term.values().size(); k++) {
      text.append(", ").append(names.isEmpty() ? "" : names.get(k) + "=");
      text.append(of.apply(term.values().get(k)));
    }
    return text.append(')').toString();
  }

  /** As it is written in the text form. */
  @Override
  public String toString() {
    return AlgebraPrinter.print(this);
  }

  /**
   * Two populations.
   *
   * @param sources number of sources
   * @param targets number of targets
   * @param seed of the network
   * @param purpose random stream of the projection
   * @param place for error messages
   */
  public record Populations(
      int sources, int targets, Surroundings surroundings, long seed, long purpose, String place) {

    Scene scene() {
      return new Scene(sources, targets, seed, purpose, surroundings, place);
    }
  }
}
