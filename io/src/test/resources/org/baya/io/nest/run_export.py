# Runs an exported network with the stand-in for NEST: prints what it says to --check and, where
# there is an empty file "simulate", what a run leaves behind.
import contextlib
import io
import pathlib
import runpy
import sys

import numpy as np

directory = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(directory))
out = io.StringIO()


def run(*options):
    # Each run is a process of its own elsewhere
    for module in ("nest", "baya_nest"):
        sys.modules.pop(module, None)
    sys.argv = ["run_nest.py", *options]
    try:
        with contextlib.redirect_stdout(out):
            runpy.run_path(str(directory / "run_nest.py"), run_name="__main__")
    except SystemExit as end:
        return end.code


print(run("--check"), out.getvalue().splitlines()[-1])
if not (directory / "simulate").exists():
    raise SystemExit
print(run("--duration", "10", "--out", str(directory / "results")))
for archive in sorted((directory / "results").glob("*.npz")):
    with np.load(archive) as arrays:
        for name in sorted(arrays):
            print(archive.stem, name, len(arrays[name]))
