"""Builds a network that Baya exported, in NEST 3.9, array by array.

Nothing here loops over synapses or neurons: nodes get their parameters in one call for each
population (one for each type where lists differ between types), and connections are made
BLOCK at a time from NumPy arrays. The one exception are given spike trains: PyNEST takes a
list of one dictionary for each node.
"""

import argparse
import pathlib
import time

import nest
import numpy as np

BLOCK = 4_000_000  # connections handed to NEST at a time: bounds the memory of their arrays

ARRAYS = pathlib.Path(__file__).resolve().parent / "arrays"

nodes = {}  # NodeCollection of each population
first_number = {}  # number of its first node in Baya, for the fingerprint
recorders = []  # (kind, name, recorder)
final_weights = []  # (name, source, target, synapse model)
stored = []  # (source, target, synapse model, input port) of connections in the fingerprint


def load(name, mapped=False):
    return np.load(ARRAYS / (name + ".npy"), mmap_mode="r" if mapped else None)


def python_list(values):
    """Python's own numbers; truth values are stored as bytes."""
    return (values.astype(bool) if values.dtype == np.uint8 else values).tolist()


def rows(name):
    """A list of arrays of any length each: all values, and where each array ends."""
    return np.split(load(name), load(name + ".ends")[:-1])


def create(name, model, size, number, values=None, arrays=(), lists=None, kinds=(), trains=()):
    """Creates a population and sets all its parameters and its initial state.

    values: one number for all nodes. arrays: names of parameters with a number for each node.
    lists: one list for all nodes. kinds: names of lists that differ between kinds of nodes.
    trains: names of lists that differ from node to node.
    """
    new = nest.Create(model, size)
    nodes[name], first_number[name] = new, number
    numbers = dict(values or {})
    numbers.update({key: python_list(load(f"nodes/{name}/{key}")) for key in arrays})
    if numbers:
        new.set(numbers)
    lists = lists or {}
    if lists and not kinds and not trains:
        new.set(lists)
    if kinds:
        kind_of = load(f"nodes/{name}/kind")
        tables = [rows(f"nodes/{name}/{key}") for key in kinds]
        for kind, row in enumerate(zip(*tables)):
            chosen = new[np.flatnonzero(kind_of == kind).tolist()]
            own = {key: elements.tolist() for key, elements in zip(kinds, row)}
            chosen.set({**lists, **own})  # together: NEST compares their lengths
    if trains:
        tables = [rows(f"nodes/{name}/{key}") for key in trains]
        new.set([{**lists, **dict(zip(trains, row))} for row in zip(*tables)])


def first_id(population):
    """The ID of a population's first node; those of the others follow it."""
    return nodes[population][0].get("global_id")


def ids(population):
    return first_id(population) + np.arange(len(nodes[population]), dtype=np.int64)


def connect(name, source, target, model, values=None, arrays=(), port=None):
    """Connects two populations from arrays with one element for each connection.

    values: one number for all connections. arrays: names of what differs between them.
    """
    source_ids, target_ids = ids(source), ids(target)
    sources = load(f"edges/{name}/source", mapped=True)
    targets = load(f"edges/{name}/target", mapped=True)
    columns = {key: load(f"edges/{name}/{key}", mapped=True) for key in arrays}
    for start in range(0, len(sources), BLOCK):
        part = slice(start, start + BLOCK)
        size = len(sources[part])
        syn_spec = {"synapse_model": model}
        syn_spec.update({key: np.full(size, value) for key, value in (values or {}).items()})
        syn_spec.update({key: np.array(column[part]) for key, column in columns.items()})
        nest.Connect(source_ids[sources[part]], target_ids[targets[part]], "one_to_one", syn_spec)
    if port is not None and (source, target, model, port) not in stored:
        stored.append((source, target, model, port))


def choose(population, chosen):
    """The nodes of a population, or some of them by their numbers from 0."""
    return nodes[population] if chosen is None else nodes[population][chosen]


def record_spikes(population, delay, chosen=None, **params):
    recorder = nest.Create("spike_recorder", params=params)
    nest.Connect(choose(population, chosen), recorder, "all_to_all", {"delay": delay})
    recorders.append(("spikes", population, recorder))


def record_state(population, variables, delay, chosen=None, **params):
    recorder = nest.Create("multimeter", params={"record_from": variables, **params})
    nest.Connect(recorder, choose(population, chosen), "all_to_all", {"delay": delay})
    recorders.append(("state", population, recorder))


def record_correlation(first, second, delay, **params):
    recorder = nest.Create("correlation_detector", params=params)
    for receptor, population in enumerate((first, second)):
        syn_spec = {"delay": delay, "receptor_type": receptor}
        nest.Connect(nodes[population], recorder, "all_to_all", syn_spec)
    recorders.append(("correlation", f"{first}_{second}", recorder))


def weight_recorder(name, source, target):
    recorder = nest.Create("weight_recorder")
    recorders.append(("weights", (name, source, target), recorder))
    return recorder


def connections(source, target, model, keys):
    """The connections of a model between two populations, part by part; nodes count from 0."""
    total = nest.num_connections
    step = max(1, len(nodes[target]) * BLOCK // max(total, 1))
    for start in range(0, len(nodes[target]), step):
        part = nodes[target][start : start + step]
        found = nest.GetConnections(nodes[source], part, model)
        if len(found) > 0:
            values = found.get(keys)
            values = {key: np.atleast_1d(values[key]) for key in keys}
            values["source"] = values["source"] - first_id(source)
            values["target"] = values["target"] - first_id(target)
            yield values


def mix(z):
    """The finalizer of SplitMix64, on an array of unsigned 64-bit integers."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def fingerprint(resolution):
    """The sum of a hash of source, target, port, delay and weight of every connection.

    port is "sign" where the sign of the weight chooses the input, "count" where weights do not
    matter, otherwise the number of the first receptor.
    """
    total, count = 0, 0
    for source, target, model, port in stored:
        # All synapses of this model share one weight, which is the model's
        common = nest.GetDefaults(model)["weight"] if model in common_weight else None
        keys = ["source", "target", "delay", "receptor"] + (["weight"] if common is None else [])
        for edges in connections(source, target, model, keys):
            weights = edges.get("weight", np.full(len(edges["source"]), common))
            weights = weights.astype(np.float64)
            receptors = edges["receptor"].astype(np.uint64)
            if port == "sign":
                receptors = (weights < 0).astype(np.uint64)
            elif port == "count":
                weights = np.ones_like(weights)
            else:
                receptors = receptors - np.uint64(port)
            sources = (edges["source"] + first_number[source]).astype(np.uint64)
            targets = (edges["target"] + first_number[target]).astype(np.uint64)
            delays = np.rint(edges["delay"] / resolution).astype(np.uint64)
            pairs = mix((sources << np.uint64(32) | targets) + np.uint64(0x9E3779B97F4A7C15))
            hashes = mix(mix(pairs + (delays << np.uint64(32) | receptors)) ^ weights.view(np.uint64))
            total = (total + int(np.add.reduce(hashes))) % 2**64
            count += len(hashes)
    return total, count


common_weight = set()  # synapse models whose weight cannot differ between connections


def synapse_model(base, name, **defaults):
    """A synapse model of its own for one projection; what connections share are its defaults."""
    nest.CopyModel(base, name, defaults)
    if base == "static_synapse_hom_w":
        common_weight.add(name)


def events(kind, name, recorder):
    """What a recorder holds, by array name; nodes are numbered from 0 in their population."""
    if kind == "correlation":
        for key in ("count_histogram", "histogram"):
            yield f"{name}/{key}", np.asarray(recorder.get(key))
        return
    found = recorder.get("events")
    order = np.lexsort((found["senders"], found["times"]))
    if kind == "weights":
        name, source, target = name
        order = np.lexsort((found["targets"], found["senders"], found["times"]))
        yield f"{name}/time", np.asarray(found["times"])[order]
        yield f"{name}/source", np.asarray(found["senders"])[order] - first_id(source)
        yield f"{name}/target", np.asarray(found["targets"])[order] - first_id(target)
        yield f"{name}/weight", np.asarray(found["weights"])[order]
        return
    yield f"{name}/timestamps", np.asarray(found["times"])[order]
    yield f"{name}/node_ids", np.asarray(found["senders"], dtype=np.int64)[order] - first_id(name)
    for key in set(found) - {"times", "senders"}:
        yield f"{name}/{key}", np.asarray(found[key])[order]


def save(directory):
    """Writes what was recorded: one archive for each kind, arrays named POPULATION/ARRAY."""
    archives = {}
    for kind, name, recorder in recorders:
        arrays = archives.setdefault(kind, {})
        for key, values in events(kind, name, recorder):
            arrays[key] = np.concatenate([arrays[key], values]) if key in arrays else values
    for name, source, target, model in final_weights:
        keys = ["source", "target", "weight"]
        parts = list(connections(source, target, model, keys))
        for key in keys:
            joined = np.concatenate([part[key] for part in parts]) if parts else np.zeros(0)
            archives.setdefault("final_weights", {})[f"{name}/{key}"] = joined
    directory.mkdir(parents=True, exist_ok=True)
    for kind, arrays in archives.items():
        np.savez(directory / f"nest_{kind}.npz", **arrays)
        print(f"wrote {directory / f'nest_{kind}.npz'}")


def main(build, duration, resolution, seed, expected, expected_edges):
    parser = argparse.ArgumentParser(description="Runs a network that Baya exported, in NEST.")
    parser.add_argument("--check", action="store_true", help="compare the connections with Baya's; do not simulate")
    parser.add_argument("--threads", type=int, default=1, help="threads of NEST; default 1")
    parser.add_argument("--duration", type=float, default=duration, help="ms; default %(default)s")
    parser.add_argument("--out", type=pathlib.Path, default=pathlib.Path("."), help="directory of the recordings")
    chosen = parser.parse_args()
    nest.ResetKernel()
    nest.SetKernelStatus({"resolution": resolution, "local_num_threads": chosen.threads, "rng_seed": seed})
    begin = time.perf_counter()
    build()
    built = time.perf_counter()
    print(f"built in {built - begin:.2f} s")
    if chosen.check:
        found, edges = fingerprint(resolution)
        same = found == expected and edges == expected_edges
        print(f"fingerprint {found:016x} of {edges} connections; Baya: {expected:016x} of {expected_edges}")
        print("the same network" if same else "NOT the same network")
        return 0 if same else 1
    nest.Simulate(chosen.duration)
    print(f"simulated in {time.perf_counter() - built:.2f} s")
    save(chosen.out)
    return 0
