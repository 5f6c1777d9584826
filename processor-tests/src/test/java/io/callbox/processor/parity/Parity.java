package io.callbox.processor.parity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.util.TreeMap;

/** Jackson's mapper as the rules of parity say, and what counts as the same JSON. */
final class Parity {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .enable(DeserializationFeature.READ_UNKNOWN_ENUM_VALUES_USING_DEFAULT_VALUE)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private Parity() {}

  static String write(Object value, Type type) throws JsonProcessingException {
    return MAPPER.writerFor(MAPPER.constructType(type)).writeValueAsString(value);
  }

  static Object read(String json, Type type) throws JsonProcessingException {
    return MAPPER.readValue(json, MAPPER.constructType(type));
  }

  /** The same text for the same JSON: members sorted, numbers digit for digit. */
  static String canonical(String json) throws JsonProcessingException {
    return canonical(MAPPER.readTree(json));
  }

  /** The value of the only member of an object. */
  static String only(String json) throws JsonProcessingException {
    return canonical(MAPPER.readTree(json).elements().next());
  }

  private static String canonical(JsonNode node) {
    if (node.isObject()) {
      TreeMap<String, String> members = new TreeMap<>();
      node.properties().forEach(each -> members.put(each.getKey(), canonical(each.getValue())));
      return members.toString();
    } else if (node.isArray()) {
      StringBuilder elements = new StringBuilder("[");
      node.forEach(each -> elements.append(canonical(each)).append(','));
      return elements.append(']').toString();
    }
    return node.toString();
  }
}
