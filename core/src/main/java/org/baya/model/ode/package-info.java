/**
 * Neurons given by ordinary differential equations and how they are integrated: a membrane and
 * synapses make an {@link org.baya.model.ode.AdaptiveNeuron}, which {@link
 * org.baya.model.ode.RungeKuttaFehlberg} advances with a step size of its own.
 */
package org.baya.model.ode;
