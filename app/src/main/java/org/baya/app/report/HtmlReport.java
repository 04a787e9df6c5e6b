package org.baya.app.report;

/**
 * {@code report.html}: one file with everything in it, that asks no server for anything. The page's script builds all that is shown out
 * of two blocks of data; nothing from the run is ever pasted into markup except the title, which is escaped.
 */
final class HtmlReport {
  private HtmlReport() {}

  static String page(RunSummary run, String data) {
    String template = Resources.text("report.html");
    StringBuilder page = new StringBuilder(data.length() + 200_000);
    int at = 0;
    for (int open = template.indexOf("{{"); open >= 0; open = template.indexOf("{{", at)) {
      int close = template.indexOf("}}", open);
      page.append(template, at, open);
      page.append(part(template.substring(open + 2, close), run, data));
      at = close + 2;
    }
    return page.append(template, at, template.length()).toString();
  }

  private static String part(String name, RunSummary run, String data) {
    return switch (name) {
      case "title" -> escaped(run.name());
      case "data" -> data;
      case "uPlot.licence" -> Resources.text("uPlot.LICENSE");
      case "uPlot.script" -> withoutBanner(Resources.text("uPlot.iife.min.js"));
      case "uPlot.style" -> Resources.text("uPlot.min.css");
      default -> Resources.text(name);
    };
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
