"""python3 make_gzip.py DIRECTORY: packs contiguous.h5 of `baya bench files --dir DIRECTORY` as h5py packs by default, into gzip.h5."""

import pathlib
import sys

import h5py

directory = pathlib.Path(sys.argv[1])
with h5py.File(directory / "contiguous.h5") as plain, h5py.File(directory / "gzip.h5", "w") as packed:
    for name in plain:
        packed.create_dataset(name, data=plain[name][:], compression="gzip")
