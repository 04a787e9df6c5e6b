/**
 * The inner loops of a run. Loops written with the Vector API live here and nowhere else; each has
 * a plain twin that gives the same bits and serves where the module is missing.
 */
package org.baya.kernel;
