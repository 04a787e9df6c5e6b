package org.baya.model;

/**
 * A recorder as the catalogue lists it: its name, its parameters and its manual page. What it does
 * is the engine's.
 */
public interface RecorderModel extends Model {}
