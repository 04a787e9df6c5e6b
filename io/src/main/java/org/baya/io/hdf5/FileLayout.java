package org.baya.io.hdf5;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where everything of a declared file lies. All sizes are known, so addresses are given out in one
 * pass and the metadata are encoded in a second one; a header's size does not depend on addresses.
 *
 * <pre>
 * superblock, version 2
 * offset size
 *      0    8  signature \211 H D F \r \n \032 \n
 *      8    1  version 2
 *      9    1  bytes of an address: 8
 *     10    1  bytes of a length: 8
 *     11    1  flags 0
 *     12    8  base address 0
 *     20    8  extension address: none
 *     28    8  end of file
 *     36    8  address of the root group's header
 *     44    4  checksum of all before
 * then      headers of all objects, parents first, see {@link ObjectHeader}
 * then      the heap of string attributes, see {@link StringHeap}
 * then      the data of each dataset, each from a multiple of 64 on
 * </pre>
 */
final class FileLayout {
  private static final int SUPERBLOCK_BYTES = 48;

  /** A cache line, so that vector loads from a mapped dataset are aligned. */
  private static final int DATA_ALIGNMENT = 64;

  private final List<TreeNode> nodes = new ArrayList<>();
  private final IdentityHashMap<TreeNode, Long> headers = new IdentityHashMap<>();
  private final IdentityHashMap<TreeNode, Long> data = new IdentityHashMap<>();
  private final StringHeap heap = new StringHeap();
  private final IdentityHashMap<TreeNode, Map<String, Integer>> strings = new IdentityHashMap<>();
  private final long heapAddress;
  private final long end;

  FileLayout(TreeNode root) {
    collect(root);
    for (TreeNode node : nodes) {
      node.strings()
          .forEach((name, value) ->
              strings.computeIfAbsent(node, _ -> new TreeMap<>()).put(name, heap.add(value)));
    }
    long at = SUPERBLOCK_BYTES;
    for (TreeNode node : nodes) {
      headers.put(node, at);
      at += align(header(node, 0).length, 8);
    }
    heapAddress = at;
    at += heap.toBytes().length;
    for (TreeNode node : nodes) {
      if (node.dataBytes() > 0) {
        at = align(at, DATA_ALIGNMENT);
        data.put(node, at);
        at = Math.addExact(at, node.dataBytes());
      }
    }
    end = at;
  }

  /** All objects, parents first. */
  List<TreeNode> nodes() {
    return nodes;
  }

  /** Bytes of the file. */
  long end() {
    return end;
  }

  /** Where a dataset's data start; 0 if it has none. */
  long dataAddress(TreeNode node) {
    return data.getOrDefault(node, 0L);
  }

  /** Everything that lies before the data. */
  byte[] metadata() {
    ByteSink sink =
        new ByteSink()
            .raw(Superblock.signature())
            .u1(2, 8, 8, 0)
            .u8(0)
            .u8(ObjectHeader.UNDEFINED)
            .u8(end)
            .u8(SUPERBLOCK_BYTES)
            .checksum();
    for (TreeNode node : nodes) {
      byte[] header = header(node, heapAddress);
      sink.raw(header).zeros(-header.length & 7);
    }
    return sink.raw(heap.toBytes()).toBytes();
  }

  private void collect(TreeNode node) {
    nodes.add(node);
    node.children().values().forEach(this::collect);
  }

  /** The header of a node, with the addresses that are known by now. */
  private byte[] header(TreeNode node, long heapAt) {
    ObjectHeader header = new ObjectHeader(node.path());
    if (node.isGroup()) {
      header.group();
      node.children().forEach((name, child) -> header.link(name, headers.getOrDefault(child, 0L)));
    } else {
      header.dataset(node.datatype(), node.sizes(), dataAddress(node), node.dataBytes());
    }
    node.attributes()
        .forEach((name, value) ->
            header.attribute(name, value.datatype(), value.dataspace(), value.data()));
    strings
        .getOrDefault(node, Map.of())
        .forEach((name, index) ->
            header.attribute(
                name,
                Datatype.variableString(),
                Dataspace.of(),
                new ByteSink().u4(heap.lengthBytes(index)).u8(heapAt).u4(index).toBytes()));
    return header.toBytes();
  }

  private static long align(long address, int alignment) {
    return Math.addExact(address, alignment - 1) / alignment * alignment;
  }
}
