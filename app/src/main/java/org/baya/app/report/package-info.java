/**
 * What a finished run leaves for its reader: {@code report.html}, {@code raster.png} and {@code
 * summary.json}. The run command fills {@link org.baya.app.report.RunSummary} and one {@link
 * org.baya.app.analysis.SpikeTable} per recorded population and calls {@link
 * org.baya.app.report.Report#write}. No AWT and no JSON library: starting either takes about as
 * long as the whole report.
 */
package org.baya.app.report;
