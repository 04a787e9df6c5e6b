package org.baya.compiled;

import org.baya.model.Decay;

/**
 * How the spike traces of a shard's neurons decay. Neurons are numbered by lane, through the slabs
 * in their order; neurons with one time constant share one object.
 *
 * @param fast with {@code tau_minus}
 * @param slow with {@code tau_minus_triplet}
 */
public record TraceDecays(Decay[] fast, Decay[] slow) {}
