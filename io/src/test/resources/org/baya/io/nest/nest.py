"""A strict stand-in for PyNEST 3.9, for tests on machines without NEST.

It simulates nothing. It takes only the calls, argument types and array shapes that PyNEST's
documentation describes, keeps nodes and connections, and gives them back as PyNEST does.
"""

import numbers

import numpy as np

REAL, WHOLE, FLAG, LIST, WHOLES = "real", "whole", "flag", "list", "wholes"


class NESTError(Exception):
    pass


def reals(names):
    return dict.fromkeys(names.split(), REAL)


def lists(names):
    return dict.fromkeys(names.split(), LIST)


def flags(names):
    return dict.fromkeys(names.split(), FLAG)


ARCHIVING = reals("tau_minus tau_minus_triplet")
IAF = {**reals("V_m E_L C_m t_ref V_th V_reset I_e"), **ARCHIVING}
EXACT = {**IAF, **reals("tau_m")}
EX_IN = reals("tau_syn_ex tau_syn_in")
COND = {**reals("E_ex E_in"), **EX_IN}
AEIF = {**IAF, **reals("w g_L V_peak Delta_T a b tau_w gsl_error_tol")}
GLIF = {
    **reals("V_m V_th g E_L C_m t_ref V_reset th_spike_add th_spike_decay voltage_reset_fraction"),
    **reals("voltage_reset_add th_voltage_index th_voltage_decay"),
    **lists("asc_init asc_decay asc_amps asc_r ASCurrents"),
    **flags("spike_dependent_threshold after_spike_currents adapting_threshold"),
    **ARCHIVING,
}
GIF = {
    **reals("V_m g_L E_L C_m V_reset Delta_V V_T_star lambda_0 t_ref I_e tau_syn_ex tau_syn_in"),
    **lists("tau_sfa q_sfa tau_stc q_stc"),
    **ARCHIVING,
}
MAT = {
    **reals("V_m V_th_alpha_1 V_th_alpha_2 E_L C_m tau_m tau_syn_ex tau_syn_in t_ref I_e"),
    **reals("tau_1 tau_2 alpha_1 alpha_2 omega"),
    **ARCHIVING,
}
HH = {
    **reals("V_m Act_m Inact_h Act_n C_m g_Na g_K g_L E_Na E_K E_L t_ref I_e tau_syn_ex tau_syn_in"),
    **ARCHIVING,
}
DEVICE = reals("start stop origin")
GIVEN = {
    **DEVICE,
    **lists("spike_times"),
    "spike_multiplicities": WHOLES,
    **flags("precise_times allow_offgrid_times shift_now_spikes"),
}
WAVE = reals("frequency phase")
NEURONS = {
    "aeif_cond_alpha": {**AEIF, **COND},
    "aeif_cond_alpha_multisynapse": {**AEIF, **lists("tau_syn E_rev")},
    "aeif_cond_beta_multisynapse": {**AEIF, **lists("tau_rise tau_decay E_rev")},
    "aeif_cond_exp": {**AEIF, **COND},
    "aeif_psc_alpha": {**AEIF, **EX_IN},
    "aeif_psc_exp": {**AEIF, **EX_IN},
    "amat2_psc_exp": {**MAT, **reals("V_th_v V_th_dv beta tau_v")},
    "gif_cond_exp": {**GIF, **reals("E_ex E_in gsl_error_tol")},
    "gif_psc_exp": GIF,
    "glif_cond": {**GLIF, **lists("tau_syn E_rev")},
    "glif_psc": {**GLIF, **lists("tau_syn")},
    "glif_psc_double_alpha": {**GLIF, **lists("tau_syn_fast tau_syn_slow amp_slow")},
    "hh_cond_exp_traub": {**HH, **reals("V_T E_ex E_in")},
    "hh_psc_alpha": HH,
    "iaf_cond_alpha": {**IAF, **COND, **reals("g_L")},
    "iaf_cond_beta": {
        **IAF,
        **reals("g_L E_ex E_in tau_rise_ex tau_decay_ex tau_rise_in tau_decay_in"),
    },
    "iaf_cond_exp": {**IAF, **COND, **reals("g_L")},
    "iaf_psc_alpha": {**EXACT, **EX_IN, **reals("V_min")},
    "iaf_psc_alpha_multisynapse": {**EXACT, **reals("V_min"), **lists("tau_syn")},
    "iaf_psc_delta": {**EXACT, **reals("V_min"), **flags("refractory_input")},
    "iaf_psc_exp": {**EXACT, **EX_IN, **reals("rho delta")},
    "iaf_psc_exp_multisynapse": {**EXACT, **lists("tau_syn")},
    "ignore_and_fire": {**reals("phase rate"), **ARCHIVING},
    "izhikevich": {
        **reals("V_m U_m V_th V_min I_e a b c d"),
        **flags("consistent_integration"),
        **ARCHIVING,
    },
    "mat2_psc_exp": MAT,
    "parrot_neuron": ARCHIVING,
    "pp_psc_delta": {
        **reals("V_m C_m tau_m I_e dead_time c_1 c_2 c_3"),
        **lists("tau_sfa q_sfa"),
        **flags("dead_time_random with_reset"),
        "dead_time_shape": WHOLE,
        **ARCHIVING,
    },
}
CURRENTS = {
    "ac_generator": {**DEVICE, **WAVE, **reals("amplitude offset")},
    "dc_generator": {**DEVICE, **reals("amplitude")},
    "noise_generator": {**DEVICE, **WAVE, **reals("mean std std_mod dt")},
    "step_current_generator": {
        **DEVICE,
        **lists("amplitude_times amplitude_values"),
        **flags("allow_offgrid_times"),
    },
}
SPIKING = {
    "gamma_sup_generator": {**DEVICE, **reals("rate"), "gamma_shape": WHOLE, "n_proc": WHOLE},
    "inhomogeneous_poisson_generator": {
        **DEVICE,
        **lists("rate_times rate_values"),
        **flags("allow_offgrid_times"),
    },
    "mip_generator": {**DEVICE, **reals("rate p_copy")},
    "poisson_generator": {**DEVICE, **reals("rate")},
    "pulsepacket_generator": {
        **DEVICE,
        **lists("pulse_times"),
        **reals("sdev"),
        "activity": WHOLE,
    },
    "sinusoidal_poisson_generator": {**DEVICE, **WAVE, **reals("rate amplitude")},
    "spike_generator": {**GIVEN, **lists("spike_weights")},
    "spike_train_injector": GIVEN,
    "volume_transmitter": {"deliver_interval": WHOLE},
}
RECORDERS = {
    "spike_recorder": DEVICE,
    "multimeter": {**DEVICE, **reals("interval offset"), "record_from": "names"},
    "correlation_detector": reals("delta_tau tau_max Tstart Tstop"),
    "weight_recorder": DEVICE,
}
PAIRED = reals("tau_plus lambda alpha mu_plus mu_minus Wmax")
# what each synapse has, and what all synapses of a model share
SYNAPSES = {
    "static_synapse": ({}, set()),
    "static_synapse_hom_w": ({}, {"weight"}),
    "bernoulli_synapse": (reals("p_transmit"), set()),
    "quantal_stp_synapse": ({**reals("U u tau_rec tau_fac"), "n": WHOLE, "a": WHOLE}, set()),
    "stdp_dopamine_synapse": (
        {**reals("A_plus A_minus tau_plus tau_c tau_n b Wmin Wmax c n"), "volume_transmitter": "nodes"},
        set("A_plus A_minus tau_plus tau_c tau_n b Wmin Wmax volume_transmitter".split()),
    ),
    "stdp_nn_pre_centered_synapse": (PAIRED, set()),
    "stdp_nn_restr_synapse": (PAIRED, set()),
    "stdp_nn_symm_synapse": (PAIRED, set()),
    "stdp_pl_synapse_hom": (
        reals("tau_plus lambda alpha mu Kplus"),
        set("tau_plus lambda alpha mu".split()),
    ),
    "stdp_synapse": ({**PAIRED, **reals("Kplus")}, set()),
    "stdp_triplet_synapse": (
        reals("tau_plus tau_plus_triplet Aplus Aminus Aplus_triplet Aminus_triplet Wmax Kplus Kplus_triplet"),
        set(),
    ),
    "tsodyks_synapse": (reals("U tau_psc tau_fac tau_rec x y u"), set()),
    "tsodyks2_synapse": (reals("U tau_rec tau_fac x u"), set()),
    "vogels_sprekeler_synapse": (reals("tau Wmax eta alpha Kplus"), set()),
}
MODELS = {**NEURONS, **CURRENTS, **SPIKING, **RECORDERS}
# Defaults that later values are checked against
V_DEFAULTS = {"V_th": -55.0, "V_reset": -70.0}
ASC_LISTS = ("asc_init", "asc_decay", "asc_amps", "asc_r")


class Kernel:
    def __init__(self):
        self.status = {"resolution": 0.1, "local_num_threads": 1, "rng_seed": 143202461}
        self.models = {}  # model of each node
        self.params = {}  # parameters of each node
        self.synapses = dict(SYNAPSES)
        self.base = {name: name for name in SYNAPSES}
        self.nodes = {name: name for name in MODELS}
        self.defaults = {name: {"weight": 1.0} for name in SYNAPSES}
        self.edges = []  # (sources, targets, weights, delays, receptors, model)
        self.time = 0.0


kernel = Kernel()


def __getattr__(name):
    if name == "num_connections":
        return sum(len(edges[0]) for edges in kernel.edges)
    raise AttributeError(name)


def require(condition, message):
    if not condition:
        raise NESTError(message)


def check(model, name, kind, value):
    """A value as PyNEST converts it: Python's own types and arrays of one dimension."""
    place = f"{model}.{name}: {value!r}"
    if kind == REAL:
        require(type(value) is float and np.isfinite(value), place + " is no finite float")
    elif kind == WHOLE:
        require(type(value) is int, place + " is no int")
    elif kind == FLAG:
        require(type(value) is bool, place + " is no bool")
    elif kind in (LIST, WHOLES):
        if isinstance(value, np.ndarray):
            wanted = np.float64 if kind == LIST else np.int64
            require(value.ndim == 1 and value.dtype == wanted, place + " is no array of numbers")
        else:
            wanted = float if kind == LIST else int
            require(type(value) is list and all(type(v) is wanted for v in value), place + " is no list")
    elif kind == "names":
        require(type(value) is list and all(type(v) is str for v in value), place + " are no names")
    elif kind == "nodes":
        require(isinstance(value, NodeCollection) and len(value) == 1, place + " is no node")


class NodeCollection:
    def __init__(self, ids):
        self.ids = np.asarray(ids, dtype=np.int64)

    def __len__(self):
        return len(self.ids)

    def __getitem__(self, key):
        if isinstance(key, (int, slice)):
            return NodeCollection(np.atleast_1d(self.ids[key]))
        require(type(key) is list and all(type(k) is int for k in key), "index by a list of ints")
        require(sorted(set(key)) == key, "indices must be sorted and differ")
        return NodeCollection(self.ids[np.array(key, dtype=np.int64)])

    def get(self, key):
        if key == "global_id":
            values = self.ids.tolist()
        elif key == "events":
            values = [events(node) for node in self.ids.tolist()]
        elif key in ("histogram", "count_histogram"):
            values = [np.zeros(5) for _ in self.ids]
        else:
            values = [kernel.params[node][key] for node in self.ids.tolist()]
        return values[0] if len(self) == 1 else tuple(values)

    def set(self, params):
        if isinstance(params, dict):
            model = kernel.models[int(self.ids[0])]
            kinds = MODELS[kernel.nodes[model]]
            unknown = set(params) - set(kinds)
            require(not unknown, f"{model} has no parameters {unknown}")
            scalar = {key for key, value in params.items() if kinds[key] in (REAL, WHOLE, FLAG)}
            spread = {key for key in scalar if isinstance(params[key], (list, tuple, np.ndarray))}
            if spread:
                require(scalar == set(params), "lists by node beside parameters that are lists")
                for key in spread:
                    require(len(params[key]) == len(self), f"{key} needs a value for each node")
                params = [
                    {key: value[i] if key in spread else value for key, value in params.items()}
                    for i in range(len(self))
                ]
            else:
                params = [params] * len(self)
        require(len(params) == len(self), "one dictionary for each node")
        for node, own in zip(self.ids.tolist(), params):
            set_node(node, own)


def set_node(node, own):
    model = kernel.models[node]
    base = kernel.nodes[model]
    for key, value in own.items():
        require(key in MODELS[base], f"{model} has no parameter {key}")
        check(model, key, MODELS[base][key], value)
    all_values = {**kernel.params[node], **own}
    if base in NEURONS and "V_th" in MODELS[base] and "V_reset" in MODELS[base]:
        bounds = {**V_DEFAULTS, **all_values}
        require(bounds["V_reset"] < bounds["V_th"], f"{model}: V_reset must be below V_th: {bounds}")
    if all_values.get("after_spike_currents"):
        sizes = {len(all_values.get(key, (0, 0))) for key in ASC_LISTS}
        require(len(sizes) == 1, f"{model}: lists of after-spike currents differ in length")
    if "ASCurrents" in own:
        require(all_values.get("after_spike_currents"), "ASCurrents without after_spike_currents")
    if "spike_times" in own:
        times = np.asarray(own["spike_times"], dtype=float)
        require(np.all(np.diff(times) >= 0) and np.all(times > 0), "spike_times must be sorted")
        steps = times / kernel.status["resolution"]
        if not all_values.get("allow_offgrid_times"):
            require(np.all(np.abs(steps - np.rint(steps)) < 1e-6), "spike_times off the grid")
    kernel.params[node] = all_values


def ResetKernel():
    global kernel
    kernel = Kernel()


def SetKernelStatus(params):
    require(not kernel.models, "kernel parameters come before nodes")
    for key, value in params.items():
        require(key in kernel.status, f"no kernel parameter {key}")
        require(isinstance(value, numbers.Real), f"{key} is {value!r}")
    kernel.status.update(params)


def Create(model, n=1, params=None):
    require(model in kernel.nodes, f"no model {model}")
    require(type(n) is int and n > 0, f"{n!r} nodes")
    first = len(kernel.models) + 1
    for node in range(first, first + n):
        kernel.models[node] = model
        kernel.params[node] = {}
    new = NodeCollection(range(first, first + n))
    if params:
        new.set(params)
    return new


def CopyModel(existing, new, params=None):
    require(new.replace("_", "").isalnum(), f"{new} is no name of a model")
    require(new not in kernel.synapses and new not in kernel.nodes, f"{new} exists")
    params = params or {}
    if existing in kernel.nodes:
        require(set(params) <= {"individual_spike_trains"}, f"not for {existing}: {params}")
        kernel.nodes[new] = kernel.nodes[existing]
        return
    require(existing in kernel.synapses, f"no model {existing}")
    own, common = kernel.synapses[existing]
    for key, value in params.items():
        kind = {**own, "weight": REAL, "weight_recorder": "nodes"}.get(key)
        require(kind is not None, f"{existing} has no parameter {key}")
        check(existing, key, kind, value)
    weight = {**kernel.defaults[existing], **params}["weight"]
    if "Wmax" in params:
        require((params["Wmax"] < 0) == (weight < 0), "weight and Wmax differ in sign")
    kernel.synapses[new] = (own, common)
    kernel.base[new] = kernel.base[existing]
    kernel.defaults[new] = {**kernel.defaults[existing], **params}


def GetDefaults(model):
    return kernel.defaults[model]


def Connect(pre, post, conn_spec=None, syn_spec=None):
    syn_spec = dict(syn_spec or {})
    model = syn_spec.pop("synapse_model", "static_synapse")
    require(model in kernel.synapses, f"no synapse model {model}")
    if conn_spec == "all_to_all":
        require(isinstance(pre, NodeCollection) and isinstance(post, NodeCollection), "nodes")
        sources = np.repeat(pre.ids, len(post))
        targets = np.tile(post.ids, len(pre))
        for key, value in syn_spec.items():
            require(type(value) is (int if key == "receptor_type" else float), f"{key} is {value!r}")
            syn_spec[key] = np.full(len(sources), value)
    else:
        require(conn_spec == "one_to_one", f"rule {conn_spec}")
        for ids in (pre, post):
            require(isinstance(ids, np.ndarray) and ids.ndim == 1, "node IDs must be an array")
            require(np.issubdtype(ids.dtype, np.integer), "node IDs must be integers")
        require(len(pre) == len(post), "as many sources as targets")
        sources, targets = pre, post
    n = len(sources)
    require(sources.min() > 0 and targets.min() > 0, "node 0")
    require(max(sources.max(), targets.max()) <= len(kernel.models), "unknown node")
    own, common = kernel.synapses[model]
    for key, value in syn_spec.items():
        require(key not in common, f"{key} is common to all synapses of {model}")
        require(key in own or key in ("weight", "delay", "receptor_type"), f"{model} has no {key}")
        require(isinstance(value, np.ndarray) and value.shape == (n,), f"{key} must have length {n}")
        whole = key == "receptor_type" or own.get(key) == WHOLE
        wanted = np.integer if whole else np.floating
        require(np.issubdtype(value.dtype, wanted), f"{key} has type {value.dtype}")
    weights = syn_spec.get("weight", np.full(n, kernel.defaults[model]["weight"]))
    delays = syn_spec.get("delay", np.full(n, 1.0))
    require(delays.min() >= kernel.status["resolution"], "delay below the resolution")
    receptors = syn_spec.get("receptor_type", np.zeros(n, dtype=int))
    check_receptors(sources, targets, receptors)
    kernel.edges.append((sources, targets, weights, delays, receptors, model))


def receptors_of(node):
    base = kernel.nodes[kernel.models[node]]
    if base in ("parrot_neuron", "correlation_detector"):
        return 0, 1
    ports = {"tau_syn", "tau_syn_fast", "tau_rise"} & set(MODELS[base])
    if ports and isinstance(MODELS[base][min(ports)], str) and MODELS[base][min(ports)] == LIST:
        return 1, len(kernel.params[node][min(ports)])
    return 0, 0


def check_receptors(sources, targets, receptors):
    involved = np.unique(np.concatenate([sources, targets]))
    base = [kernel.nodes[kernel.models[node]] for node in involved.tolist()]
    free = np.array([name in CURRENTS or name == "multimeter" for name in base])
    low, high = np.array([receptors_of(node) for node in involved.tolist()]).T
    free = free[np.searchsorted(involved, sources)]
    at = np.searchsorted(involved, targets)
    low, high = np.where(free, 0, low[at]), np.where(free, 0, high[at])
    require(np.all((receptors >= low) & (receptors <= high)), "unknown receptor")


class SynapseCollection:
    def __init__(self, columns):
        self.columns = columns

    def __len__(self):
        return len(self.columns["source"])

    def get(self, keys):
        require(type(keys) is list, "a list of names")
        values = {key: self.columns[key].tolist() for key in keys}
        return {key: value[0] for key, value in values.items()} if len(self) == 1 else values


def GetConnections(source=None, target=None, synapse_model=None):
    names = ("source", "target", "weight", "delay", "receptor")
    found = {name: [] for name in names}
    for *columns, model in kernel.edges:
        if model == synapse_model:
            chosen = np.isin(columns[0], source.ids) & np.isin(columns[1], target.ids)
            for name, column in zip(names, columns):
                found[name].append(column[chosen])
    joined = {name: np.concatenate(parts) if parts else np.zeros(0) for name, parts in found.items()}
    if synapse_model and kernel.base[synapse_model] == "static_synapse_hom_w":
        del joined["weight"]
    return SynapseCollection(joined)


def Simulate(time):
    steps = time / kernel.status["resolution"]
    require(abs(steps - round(steps)) < 1e-6, "no multiple of the resolution")
    kernel.time += time


def events(node):
    """A spike of every recorded node at the end of the run, or a sample of it."""
    model = kernel.models[node]
    at = np.array([], dtype=int)
    for sources, targets, *_ in kernel.edges:
        at = np.concatenate([at, sources[targets == node], targets[sources == node]])
    found = {"senders": at, "times": np.full(len(at), kernel.time)}
    if model == "multimeter":
        for name in kernel.params[node]["record_from"]:
            found[name] = np.full(len(at), -65.0)
    if model == "weight_recorder":
        found.update({"targets": at, "weights": np.full(len(at), 1.0)})
    return found
