package org.baya.app.report;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * {@code report.html}: one file with everything in it, that asks no server for anything. The page's
 * script builds all that is shown out of two blocks of data; nothing from the run is ever pasted
 * into markup except the title, which is escaped.
 */
final class HtmlReport {
  private HtmlReport() {}

  /**
   * The page, UTF-8.
   *
   * @param data JSON, see {@link ReportData}
   * @param spikes base64, see {@link SpikeBlock}
   */
  static byte[] page(RunSummary run, String data, byte[] spikes) {
    String template = Resources.text("report.html");
    ByteArrayOutputStream page = new ByteArrayOutputStream(spikes.length + data.length() + 200_000);
    int at = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
      int close = template.indexOf("}}", open);
      page.writeBytes(utf8(template.substring(at, open)));
      page.writeBytes(part(template.substring(open + 2, close), run, data, spikes));
      at = close + 2;
    }
    page.writeBytes(utf8(template.substring(at)));
    return page.toByteArray();
  }

  private static byte[] part(String name, RunSummary run, String data, byte[] spikes) {
    return switch (name) {
      case "title" -> utf8(escaped(run.name()));
      case "data" -> utf8(data);
      case "spikes" -> spikes;
      case "uPlot.script" -> utf8(withoutBanner(Resources.text("uPlot.iife.min.js")));
      default -> Resources.bytes(name);
    };
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The library without its first comment, whose link the licence above it replaces. */
  private static String withoutBanner(String script) {
    int end = script.startsWith("/*!") ? script.indexOf("*/") + 2 : 0;
    return script.substring(end).strip();
  }

  /** {@code text} as character data of HTML. */
  static String escaped(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
