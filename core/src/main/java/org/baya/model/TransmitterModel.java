package org.baya.model;

/** A model of nodes that receive spikes and tell them to the synapses that name them. */
public interface TransmitterModel extends Model {}
