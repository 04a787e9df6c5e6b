"""Prints all of an HDF5 file as h5py sees it, one object or attribute a line: python3 print_file.py FILE"""

import sys

import h5py


def text(value):
    return value if isinstance(value, str) else value.tolist()


def show(name, node):
    if isinstance(node, h5py.Dataset):
        print(f"{node.name} {node.dtype.str} {node.shape} {node[()].tolist()}")
    else:
        print(f"{node.name} group")
    for key in sorted(node.attrs):
        print(f"{node.name}@{key} {text(node.attrs[key])}")


with h5py.File(sys.argv[1], "r") as file:
    show("/", file)
    file.visititems(show)
