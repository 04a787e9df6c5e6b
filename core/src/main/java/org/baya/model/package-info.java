/**
 * What a neuron, a synapse or a device is to the engine: names and numbers to set, a state to
 * advance, receptors to reach. Models state their science and nothing else; sampling, input,
 * refractory bookkeeping of sources, storage and threads are the engine's.
 */
package org.baya.model;
