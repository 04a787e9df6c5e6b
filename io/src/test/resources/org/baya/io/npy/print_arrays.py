"""Prints the arrays of a .npy or .npz file as NumPy sees them, one a line: python3 print_arrays.py FILE"""

import sys

import numpy as np

loaded = np.load(sys.argv[1])
if isinstance(loaded, np.ndarray):
    loaded = {"array": loaded}
for name in loaded:
    print(name, loaded[name].dtype.str, loaded[name].shape, loaded[name].tolist())
