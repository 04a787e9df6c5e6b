/**
 * Neuron models, one file each: parameters, state, propagators, one step. The class comment is the
 * manual page.
 */
package org.baya.model.neuron;
