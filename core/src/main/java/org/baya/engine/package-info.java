/**
 * Stage three: advances a compiled network in time. Knows arrays, dynamics and kernels; no names of
 * models, rules or files.
 */
package org.baya.engine;
