package org.baya.build;

import java.lang.foreign.Arena;
import java.util.List;
import org.baya.model.Stimulus;
import org.baya.model.TimeGrid;
import org.baya.network.Network;

/**
 * The edges of a description with their final values, read block by block without building the
 * network. To be closed, because files are open meanwhile.
 */
public final class NetworkEdges implements AutoCloseable {
  private final Arena arena;
  private final Blueprint blueprint;
  private final List<ProjectionEdges> projections;

  private NetworkEdges(Arena arena, Network network) {
    this.arena = arena;
    blueprint = Blueprint.of(network, 1, arena);
    projections =
        blueprint.projections().stream()
            .map(projection -> new ProjectionEdges(projection, blueprint))
            .toList();
  }

  /**
   * Looks everything up.
   *
   * @throws org.baya.error.InvalidInputException if the description or one of its files is wrong
   */
  public static NetworkEdges open(Network network) {
    Arena arena = Arena.ofShared();
    try {
      return new NetworkEdges(arena, network);
    } catch (RuntimeException | Error e) {
      arena.close();
      throw e;
    }
  }

  /** The projections in the order of the network. */
  public List<ProjectionEdges> projections() {
    return projections;
  }

  /** The time grid of the network. */
  public TimeGrid grid() {
    return blueprint.grid();
  }

  /**
   * What each node of a population of stimulators does; empty for neurons.
   *
   * @param population its number in the network
   */
  public List<Stimulus> stimuli(int population) {
    return blueprint.stimuli().get(population);
  }

  /** Closes the files; no reader may be used afterwards. */
  @Override
  public void close() {
    arena.close();
  }
}
