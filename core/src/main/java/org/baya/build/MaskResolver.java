package org.baya.build;

import java.util.Optional;
import org.baya.connect.Candidates;
import org.baya.connect.ConnectionRule;
import org.baya.connect.PlacedCandidates;
import org.baya.error.InvalidInputException;
import org.baya.network.Masking;
import org.baya.space.Everywhere;
import org.baya.space.Mask;
import org.baya.space.Places;
import org.baya.space.Pool;
import org.baya.space.Region;

/** Finds out which pairs of one projection a mask leaves. */
final class MaskResolver {
  private final ResolvedPopulation from;
  private final ResolvedPopulation to;
  private final PairGeometry geometry;
  private final String place;

  /**
   * A resolver.
   *
   * @param place of the projection
   */
  MaskResolver(ResolvedPopulation from, ResolvedPopulation to, String place) {
    this.from = from;
    this.to = to;
    this.place = place;
    geometry = new PairGeometry(from, to, place);
  }

  /**
   * Candidates of rows of sources and of rows of targets; they leave the same pairs.
   *
   * @param aroundSources the targets of each source
   * @param aroundTargets the sources of each target
   */
  record Sides(Candidates aroundSources, Candidates aroundTargets) {}

  /** The candidates of a rule, if there is a mask or the rule profits from places. */
  Optional<Sides> sides(Optional<Masking> mask, ConnectionRule rule, RuleOptions options) {
    if (mask.isPresent()) {
      return mask.map(masking -> masked(masking, rule));
    }
    boolean near =
        rule.usesPlaces()
            && hasPlaces()
            && options.values().values().stream().anyMatch(value -> value.bound().isPresent());
    return near ? Optional.of(sides(Everywhere.REGION, Everywhere.REGION)) : Optional.empty();
  }

  /** The candidates that a mask leaves to a rule. */
  private Sides masked(Masking masking, ConnectionRule rule) {
    boolean aroundTargets =
        switch (rule.driver()) {
          case NONE ->
              throw new InvalidInputException(
                  place + ".mask",
                  "rule "
                      + rule.name()
                      + " takes no mask; those that do: pairwise_bernoulli, pairwise_poisson, fixed_indegree, fixed_outdegree");
          case SOURCE -> false;
          case TARGET -> true;
          case CHOICE -> masking.useOnSource();
        };
    ResolvedPopulation pool = aroundTargets ? from : to;
    Region region = region(masking.mask(), pool);
    if (!masking.allowOversizedMask()) {
      checkSize(region);
    }
    return aroundTargets ? sides(region.reflected(), region) : sides(region, region.reflected());
  }

  /** Whether the nodes of both populations have places along the same axes. */
  private boolean hasPlaces() {
    return !from.axes().isEmpty() && from.axes().equals(to.axes());
  }

  private Sides sides(Region targets, Region sources) {
    Places fromPlaces = from.places();
    Places toPlaces = to.places();
    return new Sides(
        new PlacedCandidates(fromPlaces, new Pool(toPlaces, geometry.space(), targets)),
        new PlacedCandidates(toPlaces, new Pool(fromPlaces, geometry.space(), sources)));
  }

  private Region region(Mask mask, ResolvedPopulation pool) {
    if (!hasPlaces()) {
      throw new InvalidInputException(
          place + ".mask",
          "needs positions along the same axes; '"
              + from.name()
              + "' has "
              + from.axes()
              + " and '"
              + to.name()
              + "' has "
              + to.axes());
    }
    int axes = Math.max(2, pool.axes().size());
    if (mask.dimensions() != axes) {
      throw new InvalidInputException(
          place + ".mask",
          "is a mask for "
              + mask.dimensions()
              + "-D layers; '"
              + pool.name()
              + "' has the axes "
              + pool.axes());
    }
    try {
      return mask.region(pool.places().grid());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(place + ".mask", e.getMessage());
    }
  }

  private void checkSize(Region region) {
    for (int axis = 0; axis < geometry.space().dimensions(); axis++) {
      double size = region.upper(axis) - region.lower(axis);
      double period = geometry.space().period(axis);
      if (size > period * (1 + 3 * Region.BORDER)) {
        throw new InvalidInputException(
            place + ".mask",
            "is "
                + (float) size
                + " wide along an axis that wraps at "
                + (float) period
                + "; 'allow_oversized_mask: true' would allow it");
      }
    }
  }
}
