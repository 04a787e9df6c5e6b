"""Prints shape, first and last numbers of the dataset /big: python3 print_end.py FILE"""

import sys

import h5py

with h5py.File(sys.argv[1], "r") as file:
    big = file["big"]
    print(big.shape[0], big[0], big[-1], file["after"][()].tolist())
