package io.callbox.cli.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.callbox.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON into maps, lists, texts, {@link BigInteger}, {@link BigDecimal}, booleans and null.
 * Writes these, and any other number, as JSON. Keeps all digits and the order of members.
 */
public final class JsonValues {

  private JsonValues() {}

  /**
   * Parses a text.
   *
   * @throws IllegalArgumentException if it is not JSON; the message contains the place
   */
  public static @Nullable Object parse(String text) {
    try (JsonParser in = Json.FACTORY.createParser(text)) {
      if (in.nextToken() == null) {
        throw new IllegalArgumentException("is empty");
      }
      Object value = read(in);
      if (in.nextToken() != null) {
        throw new IllegalArgumentException("has something behind its end");
      }
      return value;
    } catch (JsonProcessingException malformed) {
      JsonLocation where = malformed.getLocation();
      String place =
          where == null ? "" : "; line " + where.getLineNr() + ", column " + where.getColumnNr();
      throw new IllegalArgumentException(
          "is not JSON: " + malformed.getOriginalMessage() + place, malformed);
    } catch (IOException malformed) {
      throw new IllegalArgumentException("is not JSON: " + malformed.getMessage(), malformed);
    }
  }

  /** Reads the current value of a parser. */
  public static @Nullable Object read(JsonParser in) throws IOException {
    JsonToken token = in.currentToken();
    return switch (token) {
      case START_OBJECT -> readObject(in);
      case START_ARRAY -> readArray(in);
      case VALUE_NUMBER_INT -> in.getBigIntegerValue();
      case VALUE_NUMBER_FLOAT -> in.getDecimalValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> in.getText();
    };
  }

  private static Map<String, @Nullable Object> readObject(JsonParser in) throws IOException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      members.put(name, read(in));
    }
    return members;
  }

  private static List<@Nullable Object> readArray(JsonParser in) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (in.nextToken() != JsonToken.END_ARRAY) {
      elements.add(read(in));
    }
    return elements;
  }

  /** Creates an object from names and values, in turn. */
  public static Map<String, @Nullable Object> object(Object... namesAndValues) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      members.put(String.valueOf(namesAndValues[at]), namesAndValues[at + 1]);
    }
    return members;
  }

  /** Returns a value on several lines. */
  public static String pretty(@Nullable Object value) {
    return text(value, true);
  }

  /** Returns a value on one line. */
  public static String compact(@Nullable Object value) {
    return text(value, false);
  }

  private static String text(@Nullable Object value, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = Json.FACTORY.createGenerator(text)) {
      if (pretty) {
        out.useDefaultPrettyPrinter();
      }
      write(value, out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible); // writes only to memory
    }
    return text.toString();
  }

  /** Writes a value to a generator. */
  public static void write(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value instanceof Map<?, ?> members) {
      out.writeStartObject();
      for (Map.Entry<?, ?> member : members.entrySet()) {
        out.writeFieldName(String.valueOf(member.getKey()));
        write(member.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> elements) {
      out.writeStartArray();
      for (Object element : elements) {
        write(element, out);
      }
      out.writeEndArray();
    } else {
      writeScalar(value, out);
    }
  }

  private static void writeScalar(@Nullable Object value, JsonGenerator out) throws IOException {
    if (value == null) {
      out.writeNull();
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof BigDecimal decimal) {
      out.writeNumber(decimal);
    } else if (value instanceof BigInteger whole) {
      out.writeNumber(whole);
    } else if (value instanceof Number number) {
      out.writeNumber(number.toString());
    } else {
      out.writeString(value.toString());
    }
  }
}
