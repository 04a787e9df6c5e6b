package org.baya.build;

import org.baya.compiled.SynapseTable;

/** A way to build the tables of a group, one per shard. */
interface GroupBuild {

  /** Reads all edges and puts their synapses in place. */
  void fill();

  /** Ends the table of a shard, once; it leaves this object. */
  SynapseTable finish(int shard);

  /** Largest delay of a finished shard [steps], 0 without synapses. */
  int maxDelay(int shard);
}
