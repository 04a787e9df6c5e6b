package org.baya.build;

import java.util.List;

/**
 * What building did to each projection.
 *
 * @param projections in the order of the network
 */
public record BuildReport(List<ProjectionReport> projections) {
  public BuildReport {
    projections = List.copyOf(projections);
  }

  /**
   * Counts of one projection.
   *
   * @param edges edges that the rule or the file gave
   * @param dropped edges left out by the drop formula
   * @param changedDelays edges whose delay formula gave another value than their delay column
   * @param roundedDelays edges whose delay was moved to a step by more than half a tic of 0.001 ms
   */
  public record ProjectionReport(
      String name,
      String from,
      String to,
      long edges,
      long dropped,
      long changedDelays,
      long roundedDelays) {
    /** Connections that were made. */
    public long made() {
      return edges - dropped;
    }
  }

  /** Edges left out in all projections. */
  public long dropped() {
    return projections.stream().mapToLong(ProjectionReport::dropped).sum();
  }

  /** Connections made in all projections. */
  public long made() {
    return projections.stream().mapToLong(ProjectionReport::made).sum();
  }
}
