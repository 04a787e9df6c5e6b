"""Made the HDF5 files beside it with h5py 3.7.0 (libhdf5 1.10.8), which the reader is tested on: python3 make_files.py DIRECTORY"""

import pathlib
import sys

import h5py
import numpy as np

directory = pathlib.Path(sys.argv[1])
ramp = np.arange(1000)


def fill(file):
    """The same contents for the oldest and the newest layout of the metadata."""
    for name in ("i1", "u1", "i2", "u2", "i4", "u4", "i8", "u8", "f2", "f4", "f8"):
        file[f"little/{name}"] = ramp[:100].astype("<" + name)
        file[f"big/{name}"] = ramp[:100].astype(">" + name)
    file["table"] = np.arange(12, dtype="f8").reshape(4, 3)
    file["scalar"] = np.float32(1.5)
    file["empty"] = np.zeros(0, "i4")
    file["emptytable"] = np.zeros((0, 3), "i4")
    file["cube"] = np.zeros((2, 2, 2), "f4")
    file["truth"] = np.array([True, False, True])
    file["complex"] = np.zeros(2, "c8")
    file["huge"] = np.array([2**64 - 1, 2**63, 1], "u8")
    file["never"] = np.zeros(0, "f4")
    file.create_dataset("untouched", (5,), "f4", fillvalue=2.5)
    chunked = file.create_group("chunked")
    chunked.create_dataset("plain", data=ramp.astype("i4"), chunks=(128,))
    chunked.create_dataset("packed", data=ramp.astype("f8"), chunks=(100,), compression="gzip", shuffle=True)
    chunked.create_dataset("checked", data=ramp.astype(">i4"), chunks=(64,), compression="gzip", fletcher32=True)
    chunked.create_dataset("table", data=ramp.reshape(100, 10).astype("f4"), chunks=(30, 4), compression="gzip")
    chunked.create_dataset("growing", data=ramp.astype("i8"), chunks=(256,), maxshape=(None,))
    chunked.create_dataset("half", data=ramp.astype("f2"), chunks=(256,))
    chunked.create_dataset("untouched", (300,), "i4", chunks=(100,), fillvalue=-7)
    partly = chunked.create_dataset("partly", (300,), ">i2", chunks=(100,), fillvalue=300)
    partly[120] = 5
    compact = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    compact.set_layout(h5py.h5d.COMPACT)
    space = h5py.h5s.create_simple((4,))
    dataset = h5py.h5d.create(file.id, b"compact", h5py.h5t.STD_I32BE, space, compact)
    dataset.write(h5py.h5s.ALL, h5py.h5s.ALL, np.array([1, 2, 3, 4], "i4"))
    file["strings/fixed"] = np.array([b"a", b"bcd", b"ef"])
    file["strings/variable"] = ["x", "yz\u00e4", ""]
    file["strings/one"] = "alone"
    file["strings/empty"] = np.zeros(0, "S3")
    file["link"] = h5py.SoftLink("/little/i4")
    file["broken"] = h5py.SoftLink("/nowhere")
    file.attrs["version"] = np.array([0, 1], "u4")
    file.attrs["magic"] = np.int64(0x0A7A)
    file.attrs["title"] = "caf\u00e9"
    file["table"].attrs["unit"] = np.bytes_("ms")
    file["table"].attrs["scale"] = np.float64(0.25)


for version in ("earliest", "latest"):
    with h5py.File(directory / f"{version}.h5", "w", libver=version) as file:
        fill(file)

with h5py.File(directory / "userblock.h5", "w", userblock_size=512) as file:
    file["a/b"] = np.arange(5, dtype="i4")
    file["a/c"] = np.arange(3, dtype="f8")
