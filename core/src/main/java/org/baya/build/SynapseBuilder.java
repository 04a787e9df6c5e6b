package org.baya.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baya.compiled.PlasticTable;
import org.baya.compiled.SynapseTable;

/**
 * Builds the synapse tables of all shards. Nothing is locked, nothing is stored twice, and the
 * result does not depend on the number of workers.
 */
final class SynapseBuilder {
  private final List<SynapseGroup> groups;
  private final EdgeWork work;
  private final TransmitterBuilder transmitters;
  private final List<List<SynapseTable>> tables = new ArrayList<>();
  private final List<List<PlasticTable>> plastic = new ArrayList<>();
  private int maxDelay = 1;

  SynapseBuilder(List<SynapseGroup> groups, EdgeWork work, TransmitterBuilder transmitters) {
    this.groups = groups;
    this.work = work;
    this.transmitters = transmitters;
    for (int shard = 0; shard < work.layout().shards(); shard++) {
      tables.add(new ArrayList<>());
      plastic.add(new ArrayList<>());
    }
  }

  /** Builds everything. */
  void build() {
    long readings = 0;
    for (SynapseGroup group : groups) {
      int passes = RowwiseBuild.suits(group) ? 1 : 2;
      for (ResolvedProjection projection : group.projections()) {
        readings += passes * projection.edges().size();
      }
    }
    work.progress().total(readings);
    groups.forEach(this::build);
  }

  /** Tables of plastic synapses in a shard, in delivery order. */
  List<PlasticTable> plastic(int shard) {
    return plastic.get(shard);
  }

  /** Tables of static synapses in a shard, in delivery order. */
  List<SynapseTable> tables(int shard) {
    return tables.get(shard);
  }

  /** Largest delay [steps] of all synapses. */
  int maxDelay() {
    return maxDelay;
  }

  private void build(SynapseGroup group) {
    Optional<PlasticColumns> columns =
        group
            .plasticProjection()
            .map(projection ->
                new PlasticColumns(
                    projection, work.layout().shards(), transmitters, work.grid(), work.seed()));
    GroupBuild building =
        RowwiseBuild.suits(group)
            ? new RowwiseBuild(group, work)
            : new DividedBuild(group, work, columns);
    building.fill();
    work.eachShard(shard -> {
      SynapseTable table = building.finish(shard);
      if (columns.isPresent()) {
        plastic.get(shard).add(columns.get().table(shard, table));
      } else {
        tables.get(shard).add(table);
      }
    });
    for (int shard = 0; shard < tables.size(); shard++) {
      maxDelay = Math.max(maxDelay, building.maxDelay(shard));
    }
  }
}
