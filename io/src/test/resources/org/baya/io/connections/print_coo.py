import sys
import numpy

with numpy.load(sys.argv[1]) as archive:
    for name in archive.files:
        print(name, archive[name].dtype, *archive[name].tolist())
