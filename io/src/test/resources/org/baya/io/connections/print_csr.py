import sys
import scipy.sparse

m = scipy.sparse.load_npz(sys.argv[1])
print(m.format, *m.shape, m.nnz, m.has_canonical_format)
for row, column in zip(*m.nonzero()):
    print(row, column, float(m[row, column]))
