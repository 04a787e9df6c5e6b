package org.baya.app.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.baya.app.analysis.SpikeTable;

/** Writes {@code summary.json}, {@code raster.png} and {@code report.html} of a finished run. */
public final class Report {
  /** Spikes that the page holds at most: 2 to 4 MB, drawn within one frame of a screen. */
  static final int SHOWN_SPIKES = 400_000;

  private Report() {}

  /**
   * Writes the three files into {@code directory}, all or none of them.
   *
   * @param tables the recorded populations, from top to bottom of the raster; may be empty
   * @return what a reader should be told, a line each: for example characters that the picture
   *     could not show
   * @throws org.baya.error.InvalidInputException if a directory has the name of a file
   * @throws org.baya.error.SimulationException if a file cannot be written
   * @throws IllegalArgumentException if a spike's node does not exist or times descend
   */
  public static List<String> write(Path directory, RunSummary run, List<SpikeTable> tables) {
    List<String> messages = new ArrayList<>();
    NodeLayout layout = NodeLayout.of(tables);
    SpikeStatistics statistics =
        SpikeStatistics.of(tables, layout, run.statistics(), run.durationMs(), run.resolutionMs());
    SpikeSample sample =
        SpikeSample.of(tables, layout, run.durationMs(), run.resolutionMs(), SHOWN_SPIKES);
    String summary = SummaryJson.of(run);
    GlyphFont font = new GlyphFont();
    byte[] raster = PngWriter.encode(RasterImage.of(run, tables, layout, statistics, font));
    String data = ReportData.json(run, layout, statistics, sample, summary);
    byte[] page = HtmlReport.page(run, data, SpikeBlock.base64(sample, layout));
    if (!font.missing().isEmpty()) {
      messages.add(
          "raster.png: no glyph for "
              + String.join(" ", font.missing())
              + "; boxes stand for them");
    }
    if (sample.count() < sample.total()) {
      messages.add(
          "report.html: shows "
              + sample.count()
              + " of "
              + sample.total()
              + " spikes; raster.png shows all");
    }
    try (OutputSet files = new OutputSet(directory)) {
      files.add("raster.png", raster);
      files.add("report.html", page);
      files.add("summary.json", (summary + "\n").getBytes(StandardCharsets.UTF_8));
      files.publish();
    }
    return List.copyOf(messages);
  }
}
