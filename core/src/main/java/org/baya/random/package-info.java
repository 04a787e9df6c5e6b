/**
 * Random numbers that are addressed, not shared: every stream is named by (seed, purpose, entity,
 * step), so a value never depends on the number of threads, on the order of drawing or on what else
 * was drawn.
 */
package org.baya.random;
