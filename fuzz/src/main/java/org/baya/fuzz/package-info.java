/** Jazzer looks for files that break a reader; the searches are tests. */
package org.baya.fuzz;
