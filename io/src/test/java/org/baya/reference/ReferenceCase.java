package org.baya.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * One answer of NEST 3.9, as the README beside the archive describes it. JSON is read as the YAML
 * that it is.
 */
record ReferenceCase(String file, Map<String, Object> json) {

  /** All cases of the archive {@code single.zip}. */
  static List<ReferenceCase> all() {
    List<ReferenceCase> cases = new ArrayList<>();
    try (InputStream in = ReferenceCase.class.getResourceAsStream("single.zip");
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        cases.add(new ReferenceCase(entry.getName(), map(parse(text))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return cases;
  }

  private static Object parse(String text) {
    return new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build())
        .loadFromString(text);
  }

  double resolution() {
    return number(json.get("resolution"));
  }

  double duration() {
    return number(json.get("duration"));
  }

  double tolerance() {
    return number(json.get("tolerance"));
  }

  List<Map<String, Object>> nodes() {
    return maps(json.get("nodes"));
  }

  List<Map<String, Object>> connections() {
    return maps(json.get("connections"));
  }

  /** Recorded variables by node name. */
  Map<String, Object> record() {
    return map(json.get("record"));
  }

  Map<String, Object> traces() {
    return map(map(json.get("reference")).get("traces"));
  }

  Map<String, Object> spikes() {
    return map(map(json.get("reference")).get("spikes"));
  }

  @SuppressWarnings("unchecked") // the README says so
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked") // the README says so
  static List<Map<String, Object>> maps(Object value) {
    return (List<Map<String, Object>>) value;
  }

  static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  static double[] numbers(Object value) {
    return ((List<?>) value).stream().mapToDouble(ReferenceCase::number).toArray();
  }

  @Override
  public String toString() {
    return file;
  }
}
