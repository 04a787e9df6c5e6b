# Reads a SONATA network as libsonata and BMTK do, by the format's names, and prints what it holds.
import glob, json, os, sys
import h5py
import numpy as np

directory = sys.argv[1]
circuit = json.load(open(os.path.join(directory, "circuit_config.json")))
simulation = json.load(open(os.path.join(directory, "simulation_config.json")))


def path(text):
    return text.replace("$NETWORK_DIR", directory).replace("$BASE_DIR", directory)


print("run", simulation["run"]["tstop"], simulation["run"]["dt"])
for entry in circuit["networks"]["nodes"]:
    with h5py.File(path(entry["nodes_file"]), "r") as f:
        assert f.attrs["magic"] == 0x0A7A and list(f.attrs["version"]) == [0, 1]
        for name, nodes in f["nodes"].items():
            types = [line.split(" ")[0] for line in open(path(entry["node_types_file"]))][1:]
            assert set(str(t) for t in nodes["node_type_id"][:]) <= set(types)
            assert (nodes["node_group_index"][:] == np.arange(len(nodes["node_id"]))).all()
            print("nodes", name, len(nodes["node_id"]), len(types), nodes["node_id"].dtype)
for entry in circuit["networks"]["edges"]:
    with h5py.File(path(entry["edges_file"]), "r") as f:
        for name, edges in f["edges"].items():
            source, target = edges["source_node_id"][:], edges["target_node_id"][:]
            for index, ids in (("target_to_source", target), ("source_to_target", source)):
                group = edges["indices"][index]
                seen = np.zeros(len(ids), int)
                for node, (first, end) in enumerate(group["node_id_to_ranges"][:]):
                    for a, b in group["range_to_edge_id"][int(first):int(end)]:
                        assert (ids[int(a):int(b)] == node).all()
                        seen[int(a):int(b)] += 1
                assert (seen == 1).all()
            a, b = edges["source_node_id"].attrs["node_population"], edges["target_node_id"].attrs["node_population"]
            weight = edges["0/syn_weight"][:].sum() if "syn_weight" in edges["0"] else None
            print("edges", name, a, b, len(source), int(source.sum()), int(target.sum()), weight)
for name, entry in simulation["inputs"].items():
    with h5py.File(path(entry["input_file"]), "r") as f:
        spikes = f["spikes"][entry["node_set"]["population"]]
        print("input", name, len(spikes["timestamps"]), round(float(spikes["timestamps"][:].sum()), 6))
for file in sorted(glob.glob(os.path.join(directory, "*models", "*.json"))):
    json.load(open(file))
