package io.callbox.contract.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Parses JSON into maps, lists, texts, numbers and truth values. Members that are null are left
 * out, as if they were missing. Immutable.
 */
public final class JsonTree {

  private static final JsonFactory FACTORY = new JsonFactory();

  /** Stands for null within a list. */
  private static final Object NULL = Map.of();

  private JsonTree() {}

  /**
   * Returns the object or array of a text.
   *
   * @throws ContractFormatException if it is not JSON, or if more text follows
   */
  public static Object parse(String text) {
    try (JsonParser in = FACTORY.createParser(text)) {
      in.nextToken();
      Object value = value(in);
      if (in.nextToken() != null) {
        throw new ContractFormatException("there is something behind the end of the JSON text");
      }
      return value;
    } catch (JsonProcessingException malformed) {
      throw new ContractFormatException("is not JSON: " + malformed.getMessage(), malformed);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // reads only memory
    }
  }

  private static Object value(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    if (token == null) {
      throw new ContractFormatException("is empty");
    }
    return switch (token) {
      case START_OBJECT -> object(in);
      case START_ARRAY -> list(in);
      case VALUE_STRING -> in.getText();
      case VALUE_NUMBER_INT -> in.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> NULL;
    };
  }

  private static Map<String, Object> object(JsonParser in) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      if (in.nextToken() != JsonToken.VALUE_NULL) {
        members.put(name, value(in));
      }
    }
    return members;
  }

  private static List<Object> list(JsonParser in) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(in));
    }
    return elements;
  }

  /** Returns the result of {@link #parse} as JSON again. */
  public static String text(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      write(value, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // writes only to memory
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> each : map.entrySet()) {
        out.writeFieldName((String) each.getKey());
        write(each.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof List<?> list) {
      out.writeStartArray();
      for (Object each : list) {
        write(each, out);
      }
      out.writeEndArray();
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof Number number) {
      out.writeNumber(number.toString());
    } else {
      out.writeString((String) value);
    }
  }
}
