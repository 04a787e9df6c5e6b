package org.baya.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baya.io.text.JsonWriter;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
  private static Object written(JsonWriter json) {
    return JsonText.parse(json.toString());
  }

  @Test
  void shouldKeepOrderAndNesting() {
    JsonWriter json = new JsonWriter().beginObject();
    json.name("b")
        .beginArray()
        .value(1)
        .beginObject()
        .endObject()
        .value("x")
        .beginArray()
        .endArray()
        .endArray();
    json.name("a").value(List.of("p", "q"));
    json.endObject();
    assertThat(JsonText.object(written(json)).keySet()).containsExactly("b", "a");
    assertThat(JsonText.object(written(json)).get("b"))
        .isEqualTo(List.of(1.0, Map.of(), "x", List.of()));
  }

  @Test
  void shouldReturnEveryCharacterThatWentIn() {
    StringBuilder all = new StringBuilder();
    for (int c = 0; c < 0x3000; c++) {
      all.append((char) c);
    }
    all.append("\uD83D\uDC26");
    String json = new JsonWriter().value(all.toString()).toString();
    assertThat(JsonText.parse(json)).isEqualTo(all.toString());
    assertThat(json).doesNotContain("<", ">", "&");
  }

  @Test
  void shouldSurviveUtf8WhenASurrogateStandsAlone() {
    String json = new JsonWriter().value("a\uD83Db\uDC26").toString();
    String read = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(JsonText.parse(read)).isEqualTo("a\uD83Db\uDC26");
  }

  @Test
  void shouldWriteNumbersExactlyAndNullWhereJsonHasNone() {
    double[] values = {0.1, -2.5e-300, 1e300, Double.MAX_VALUE, 3, -0.0, 1e15, 123_456_789_012.0};
    List<Object> read = JsonText.array(written(new JsonWriter().value(values)));
    for (int i = 0; i < values.length; i++) {
      assertThat((Double) read.get(i)).isEqualTo(values[i] + 0.0);
    }
    double[] none = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    assertThat(written(new JsonWriter().value(none)))
        .isEqualTo(List.of(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(new JsonWriter().value(Long.MIN_VALUE).toString()).isEqualTo("-9223372036854775808");
  }

  @Test
  void shouldWriteMapsOfCountsAndOfRates() {
    Map<String, Number> map = new LinkedHashMap<>();
    map.put("count", 9_007_199_254_740_993L);
    map.put("rate", 0.5);
    assertThat(new JsonWriter().value(map).toString())
        .contains("\"count\": 9007199254740993")
        .contains("\"rate\": 0.5");
  }
}
