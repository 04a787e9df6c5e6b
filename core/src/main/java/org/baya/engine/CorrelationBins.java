package org.baya.engine;

/**
 * Bins and counting time of a {@link CorrelationRecording}.
 *
 * @param deltaTauMs width of a bin [ms], an odd multiple of the resolution
 * @param tauMaxMs middle of the outermost bins [ms], a multiple of {@code deltaTauMs}
 * @param startMs begin of counting [ms]
 * @param stopMs end of counting [ms]; may be infinite
 */
public record CorrelationBins(double deltaTauMs, double tauMaxMs, double startMs, double stopMs) {}
