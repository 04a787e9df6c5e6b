import sys

import numpy

with numpy.load(sys.argv[1]) as arrays:
    for name in sorted(arrays):
        print(name, arrays[name].dtype, arrays[name].tolist())
