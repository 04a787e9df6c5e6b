/** Sparse matrices in files: SciPy's archives and MatrixMarket's text. */
package org.baya.io.sparse;
