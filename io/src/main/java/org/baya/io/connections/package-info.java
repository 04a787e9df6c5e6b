/** Edges with their final values as files: lists of coordinates, sparse matrices, text. */
package org.baya.io.connections;
