/**
 * The connection-set algebra (M. Djurfeldt: The connection-set algebra, Neuroinformatics 10, 2012,
 * <a href="https://doi.org/10.1007/s12021-012-9146-1">doi:10.1007/s12021-012-9146-1</a>): masks say
 * which pairs of a source i and a target j are connected, value sets give numbers to pairs,
 * connection sets put both together. All are descriptions; they are made row by row when edges are
 * read, at a cost that follows the edges, not the pairs.
 */
package org.baya.connect.algebra;
