/** NumPy's array files: {@code .npy}, one array, and {@code .npz}, a zip archive of them. */
package org.baya.io.npy;
