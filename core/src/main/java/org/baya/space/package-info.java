/**
 * Geometry: where nodes lie, which of them lie within a mask around a point, and how to find them
 * without looking at all.
 *
 * <p>Space has two or three axes; a single one counts as two, the second coordinate being 0.
 * Displacements lead from the node around which a mask lies to the node that is tested.
 */
package org.baya.space;
