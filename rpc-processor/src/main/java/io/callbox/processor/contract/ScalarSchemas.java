package io.callbox.processor.contract;

import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * JSON Schemas of types that are one JSON value. {@code x-type} distinguishes types that JSON
 * Schema does not.
 */
final class ScalarSchemas {

  private static final String TYPE = "x-type";
  private static final String UUID_PATTERN =
      "^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$";
  private static final String BASE64 =
      "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$";

  private ScalarSchemas() {}

  static Map<String, Object> of(PrimitiveShape shape) {
    return switch (shape) {
      case BOOLEAN -> Map.of("type", "boolean");
      case BYTE -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> integer(Long.MIN_VALUE, Long.MAX_VALUE);
      case CHAR -> character();
      case FLOAT -> floating("float", new BigDecimal(Float.toString(Float.MAX_VALUE)));
      case DOUBLE -> floating("double", BigDecimal.valueOf(Double.MAX_VALUE));
    };
  }

  static Map<String, Object> of(StandardShape shape) {
    return switch (shape) {
      case BOOLEAN -> of(PrimitiveShape.BOOLEAN);
      case BYTE -> of(PrimitiveShape.BYTE);
      case SHORT -> of(PrimitiveShape.SHORT);
      case INTEGER, OPTIONAL_INT -> of(PrimitiveShape.INT);
      case LONG, OPTIONAL_LONG -> of(PrimitiveShape.LONG);
      case CHARACTER -> of(PrimitiveShape.CHAR);
      case FLOAT -> of(PrimitiveShape.FLOAT);
      case DOUBLE, OPTIONAL_DOUBLE -> of(PrimitiveShape.DOUBLE);
      case BIG_DECIMAL -> typed("number", shape);
      case BIG_INTEGER -> typed("integer", shape);
      case STRING -> Map.of("type", "string");
      case MONTH -> constants(Month.values());
      case DAY_OF_WEEK -> constants(DayOfWeek.values());
      case JSON_NODE -> Map.of();
      case OBJECT_NODE -> Map.of("type", "object");
      case ARRAY_NODE -> Map.of("type", "array");
      case UUID -> text(shape).with("format", "uuid").with("pattern", UUID_PATTERN).members();
      case URI -> text(shape).with("format", "iri-reference").members();
      case LOCALE,
          CURRENCY,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY,
          LOCAL_DATE,
          LOCAL_TIME,
          LOCAL_DATE_TIME,
          OFFSET_TIME,
          OFFSET_DATE_TIME,
          ZONED_DATE_TIME,
          INSTANT,
          DURATION,
          PERIOD,
          ZONE_ID,
          ZONE_OFFSET ->
          text(shape).with("pattern", TextPatterns.of(shape)).members();
    };
  }

  /** A type as the name of a member of an object. */
  static Map<String, Object> key(StandardShape shape) {
    return switch (shape) {
      case BYTE -> key("byte", Byte.MAX_VALUE);
      case SHORT -> key("short", Short.MAX_VALUE);
      case INTEGER -> key("int", Integer.MAX_VALUE);
      case LONG -> key("long", Long.MAX_VALUE);
      default -> of(shape);
    };
  }

  static Map<String, Object> bytes() {
    return new JsonObject()
        .with("type", "string")
        .with("contentEncoding", "base64")
        .with("pattern", BASE64)
        .members();
  }

  private static Map<String, Object> key(String type, long greatest) {
    return new JsonObject()
        .with("type", "string")
        .with(TYPE, type)
        .with("pattern", "^" + IntegerPattern.symmetric(greatest) + "$")
        .members();
  }

  private static Map<String, Object> integer(long least, long greatest) {
    return new JsonObject()
        .with("type", "integer")
        .with("minimum", least)
        .with("maximum", greatest)
        .members();
  }

  /**
   * Returns the schema of one UTF-16 unit that is a character by itself: a length of one would
   * accept characters with two units.
   */
  private static Map<String, Object> character() {
    return new JsonObject()
        .with("type", "string")
        .with(TYPE, "char")
        .with("minLength", 1)
        .with("maxLength", 1)
        .with("pattern", "^[\\u0000-\\uD7FF\\uE000-\\uFFFF]$")
        .members();
  }

  /**
   * Returns the schema of a floating number. A value that JSON cannot write as a number is a text.
   */
  private static Map<String, Object> floating(String type, BigDecimal greatest) {
    JsonObject number =
        new JsonObject()
            .with("type", "number")
            .with(TYPE, type)
            .with("minimum", greatest.negate())
            .with("maximum", greatest);
    JsonObject beyond =
        new JsonObject()
            .with("type", "string")
            .with("enum", List.of("NaN", "Infinity", "-Infinity"));
    return Map.of("anyOf", List.of(number.members(), beyond.members()));
  }

  private static Map<String, Object> constants(Enum<?>[] constants) {
    return new JsonObject()
        .with("type", "string")
        .with("enum", Arrays.stream(constants).map(Enum::name).toList())
        .members();
  }

  private static Map<String, Object> typed(String type, StandardShape shape) {
    return new JsonObject().with("type", type).with(TYPE, shape.type().simpleName()).members();
  }

  private static JsonObject text(StandardShape shape) {
    return new JsonObject().with("type", "string").with(TYPE, shape.type().simpleName());
  }
}
