/**
 * Primitive columns, in heap or mapped from files; prefix sums and sorting of primitive keys. The
 * only user of foreign memory.
 */
package org.baya.array;
