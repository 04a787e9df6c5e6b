"""Made the arrays beside it with NumPy 1.24.2, which the reader is tested on: python3 make_files.py DIRECTORY"""

import pathlib
import sys

import numpy as np

directory = pathlib.Path(sys.argv[1])
ramp = np.arange(12)

arrays = {f"{order}_{kind}": ramp.astype(mark + kind)
          for order, mark in (("little", "<"), ("big", ">"))
          for kind in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8")}
arrays["truth"] = np.array([True, False, True])
arrays["scalar"] = np.float64(2.5)
arrays["empty"] = np.zeros(0, "f4")
arrays["emptytable"] = np.zeros((0, 4), "f4")
arrays["table"] = ramp.reshape(4, 3).astype("f8")
arrays["fortran"] = np.asfortranarray(ramp.reshape(4, 3).astype("f4"))
arrays["cube"] = np.zeros((2, 2, 2))
arrays["complex"] = np.zeros(2, "c8")
arrays["strings"] = np.array(["a", "b"])
arrays["records"] = np.zeros(2, [("a", "i4"), ("b", "f4")])
arrays["objects"] = np.array([None, 1], object)

np.savez(directory / "stored.npz", **arrays)
np.savez_compressed(directory / "deflated.npz", **arrays)
np.save(directory / "table.npy", arrays["table"])
np.save(directory / "fortran.npy", arrays["fortran"])
for version in ((2, 0), (3, 0)):
    with open(directory / f"version{version[0]}.npy", "wb") as file:
        np.lib.format.write_array(file, ramp.astype("i4"), version=version)
