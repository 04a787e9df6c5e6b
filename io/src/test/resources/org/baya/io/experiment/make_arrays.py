"""Made the files of arrays.zip: one small network in every form that experiments read, by the writers that people use.

python3 make_arrays.py DIRECTORY scipy numpy     with NumPy 2.4.6, SciPy 1.17.1
python3 make_arrays.py DIRECTORY pandas hdf5     with NumPy 1.24.2, pandas 1.5.3, h5py 3.7.0 (libhdf5 1.10.8)
zip -X -j arrays.zip DIRECTORY/*
"""

import gzip
import pathlib
import sys

import numpy as np

directory = pathlib.Path(sys.argv[1])

# target x source; edges are its elements, delays 1.5, 2.5, ... in the order of rows
weights = np.array([[0, 1.5, 0, -2], [3, 0, 0, 0], [0, 0.25, 4, 0]])
counts = np.array([[0, 1, 0, 2], [3, 0, 0, 0], [0, 5, 4, 0]])
target, source = np.nonzero(weights)
weight = weights[target, source]
delay = 1.5 + np.arange(len(weight))
place = np.array([[0, 10], [1, 20], [2, -5], [3.5, 0.5]])
potential = np.array([-70, -65.5, -60, -55.25])
ids = np.array([0, 2, 3, 2])
times = np.array([1.0, 2.0, 5.0, 5.0])
raster = np.zeros((4, 5), "i4")
raster[ids, times.astype(int) - 1] = 1


def scipy_files():
    import scipy.io
    import scipy.sparse as sp

    for form in ("csr", "csc", "coo", "bsr", "dia"):
        for kind in ("matrix", "array"):
            def make(dense, **more):
                return getattr(sp, f"{form}_{kind}")(np.atleast_2d(dense), **more)

            block = {"blocksize": (3, 2)} if form == "bsr" else {}
            sp.save_npz(directory / f"weights_{form}_{kind}.npz", make(weights, **block))
            for name, dense in (("place", place), ("potential", potential[:, None]), ("raster", raster)):
                sp.save_npz(directory / f"{name}_{form}_{kind}.npz", make(dense), compressed=False)
    for form in ("csr", "csc", "coo", "bsr", "dia"):
        for dtype in ("b1", "i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f4", "f8"):
            matrix = sp.csr_matrix(counts.astype(dtype)).asformat(form)
            if dtype == "f8":  # wide indices; SciPy makes them where it must
                for part in ("indices", "indptr", "row", "col", "offsets"):
                    if hasattr(matrix, part):
                        setattr(matrix, part, getattr(matrix, part).astype("i8"))
            sp.save_npz(directory / f"counts_{form}_{dtype}.npz", matrix)
    twice = sp.coo_matrix(([1.0, 2.0, 0.0], ([0, 0, 1], [1, 1, 0])), shape=(3, 4))
    sp.save_npz(directory / "twice.npz", twice)
    sp.save_npz(directory / "cube.npz", sp.coo_array(np.ones((2, 2, 2))))
    sp.save_npz(directory / "complex.npz", sp.csr_matrix(weights * 1j))
    empty = sp.csr_matrix((3, 4))
    sp.save_npz(directory / "empty.npz", empty)

    scipy.io.mmwrite(directory / "weights.mtx", sp.coo_matrix(weights), comment=" made by SciPy")
    scipy.io.mmwrite(directory / "counts.mtx", sp.coo_matrix(counts))
    scipy.io.mmwrite(directory / "pattern.mtx", sp.coo_matrix(counts), field="pattern")
    scipy.io.mmwrite(directory / "dense.mtx", weights)
    scipy.io.mmwrite(directory / "place.mtx", place)
    scipy.io.mmwrite(directory / "place_sparse.mtx", sp.coo_matrix(place))
    scipy.io.mmwrite(directory / "potential.mtx", potential[:, None])
    scipy.io.mmwrite(directory / "raster.mtx", sp.coo_matrix(raster))
    scipy.io.mmwrite(directory / "spikes.mtx", np.column_stack([ids, times]))
    square = np.array([[1, 2, 0], [2, 0, -3.5], [0, -3.5, 4]])
    skew = np.array([[0, 2, 0], [-2, 0, -3.5], [0, 3.5, 0]])
    scipy.io.mmwrite(directory / "symmetric.mtx", sp.coo_matrix(square), symmetry="symmetric")
    scipy.io.mmwrite(directory / "skew.mtx", sp.coo_matrix(skew), symmetry="skew-symmetric")
    scipy.io.mmwrite(directory / "symmetric_dense.mtx", square, symmetry="symmetric")
    scipy.io.mmwrite(directory / "skew_dense.mtx", skew, symmetry="skew-symmetric")
    scipy.io.mmwrite(directory / "complex.mtx", sp.coo_matrix(weights * 1j))
    for name in ("weights", "dense"):
        with gzip.GzipFile(directory / f"{name}_packed.mtx.gz", "wb", mtime=0) as packed:
            packed.write((directory / f"{name}.mtx").read_bytes())


def numpy_files():
    for dtype in ("<f8", ">f8", "<f4", ">f4", "<f2", ">f2"):
        for order in "CF":
            name = dtype.replace("<", "little_").replace(">", "big_") + "_" + order
            np.save(directory / f"weights_{name}.npy", np.array(weights, dtype, order=order))
    np.save(directory / "edges.npy", np.column_stack([source, target, weight, delay]))
    np.save(directory / "edges_fortran.npy", np.asfortranarray(np.column_stack([source, target, weight, delay])))
    for name, values in (("source", source), ("target", target), ("weight", weight), ("delay", delay)):
        np.save(directory / f"{name}.npy", values)
    np.save(directory / "truth.npy", weights != 0)
    np.save(directory / "place.npy", place)
    np.save(directory / "place_fortran.npy", np.asfortranarray(place.astype(">f4")))
    np.save(directory / "potential.npy", potential.astype("f2"))
    np.save(directory / "spikes.npy", np.column_stack([ids, times]))
    np.save(directory / "raster.npy", raster.astype(bool))
    np.save(directory / "objects.npy", np.array([1, None], object), allow_pickle=True)
    both = dict(source=source, target=target, weight=weight, delay=delay)
    np.savez(directory / "edges.npz", **both)
    np.savez_compressed(directory / "edges_packed.npz", **both)
    np.savez(directory / "cells.npz", W=weights, x=place[:, 0], y=place[:, 1], V=potential, ids=ids, times=times, raster=raster)


def pandas_files():
    import pandas as pd

    edges = pd.DataFrame(dict(source=source, target=target, weight=weight, delay=delay))
    edges.to_csv(directory / "edges.csv", index=False)
    edges.to_csv(directory / "edges.tsv", index=False, sep="\t")
    edges.assign(kind="a, b").to_csv(directory / "edges_quoted.csv", index=False)
    for name, values in (("weights", weights), ("raster", raster)):
        table = pd.DataFrame(values, columns=[f"n{j}" for j in range(values.shape[1])])
        table.to_csv(directory / f"{name}.csv", index=False)
        table.to_csv(directory / f"{name}.tsv", index=False, sep="\t")
    cells = pd.DataFrame(dict(name=list("abcd"), x=place[:, 0], y=place[:, 1], V_m=potential))
    cells.to_csv(directory / "cells.csv", index=False)
    cells.to_csv(directory / "cells.tsv", index=False, sep="\t")
    spikes = pd.DataFrame(dict(times=times, ids=ids))
    spikes.to_csv(directory / "spikes.csv", index=False)
    spikes.to_csv(directory / "spikes.tsv", index=False, sep="\t")


def hdf5_files():
    import h5py

    layouts = dict(
        contiguous={},
        chunked=dict(chunks=True),
        gzip=dict(compression="gzip"),
        shuffle=dict(compression="gzip", shuffle=True),
        big={},
    )
    arrays = dict(
        source=source, target=target, weight=weight, delay=delay, W=weights, place=place, V=potential, ids=ids,
        times=times, raster=raster, edges=np.column_stack([source, target, weight, delay]),
        int8=ids.astype("i1"), uint16=ids.astype("u2"), float16=times.astype("f2"), float32=times.astype("f4"),
    )
    with h5py.File(directory / "arrays.h5", "w") as file:
        for name, layout in layouts.items():
            for key, values in arrays.items():
                dtype = values.dtype.newbyteorder(">") if name == "big" else values.dtype
                file.create_dataset(f"{name}/{key}", data=values, dtype=dtype, **layout)


for part in sys.argv[2:]:
    globals()[part + "_files"]()
