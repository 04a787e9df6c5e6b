package org.baya.build;

import java.util.Arrays;
import org.baya.compiled.SynapseTable;

/**
 * The directories of the tables of a group while workers write chunks of rows in any order; see
 * {@link SynapseTable} for their words. Workers may write at the same time, each with its own
 * {@link Writer}, as long as no two write the same chunk.
 */
final class ChunkDirectory {
  private final int[][] wordsOfRow;
  private final Writer[] writers;
  private final Writer[] writerOf;
  private final long[][] begin;

  /**
   * Empty directories.
   *
   * @param rows of each shard's table
   */
  ChunkDirectory(int shards, int rows, int chunks, int workers) {
    wordsOfRow = new int[shards][rows];
    writerOf = new Writer[chunks];
    begin = new long[chunks][];
    writers = new Writer[workers];
    Arrays.setAll(writers, worker -> new Writer(shards));
  }

  /** Begins a chunk; the worker then writes its rows, those of one shard after the other's. */
  Writer begin(int chunk, int worker) {
    writerOf[chunk] = writers[worker];
    begin[chunk] = writers[worker].begin();
    return writers[worker];
  }

  /** The finished directory of a shard. */
  RowDirectory finished(int shard, SourceChunks chunks, int firstSource) {
    int[] counts = wordsOfRow[shard];
    int[] rows = new int[counts.length + 1];
    for (int row = 0; row < counts.length; row++) {
      rows[row + 1] = Math.addExact(rows[row], counts[row]);
    }
    int[] words = new int[rows[counts.length]];
    for (int chunk = 0; chunk < writerOf.length; chunk++) {
      int first = chunks.get(chunk).firstNode() - firstSource;
      int at = rows[first];
      int n = rows[first + chunks.get(chunk).rows()] - at;
      writerOf[chunk].words.copy(begin[chunk][shard], n, words, at);
    }
    int longest = 0;
    for (Writer writer : writers) {
      longest = Math.max(longest, writer.longest[shard]);
    }
    return new RowDirectory(rows, words, longest);
  }

  /** Writes rows. Used by one worker. */
  final class Writer {
    private final IntLog words = new IntLog();
    private final int[] longest;
    private long[] beginOf = {};
    private int present;
    private int before;

    private Writer(int shards) {
      longest = new int[shards];
    }

    /** Where the words of each shard begin is noted in the array that is returned. */
    private long[] begin() {
      beginOf = new long[longest.length];
      present = -1;
      return beginOf;
    }

    /** Begins a row that is not empty; its first synapse lies at that place of the table. */
    void row(int shard, int row, int firstSynapse) {
      append(shard, row, firstSynapse);
      before = 0;
    }

    /** Adds the synapses of a delay [steps], greater than the one before, to the present row. */
    void group(int shard, int row, int delay, int synapses) {
      longest[shard] = Math.max(longest[shard], delay);
      for (int left = synapses; left > 0; left -= SynapseTable.MAX_GROUP) {
        int count = Math.min(left, SynapseTable.MAX_GROUP);
        append(shard, row, SynapseTable.group(delay - before, count));
        before = delay;
      }
    }

    private void append(int shard, int row, int word) {
      if (shard != present) {
        present = shard;
        beginOf[shard] = words.end();
      }
      words.append(word);
      wordsOfRow[shard][row]++;
    }
  }
}
