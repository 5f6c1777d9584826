package io.callbox.processor.contract;

import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import java.util.List;
import java.util.Map;

/** JSON Schemas of types that are one JSON value. */
final class ScalarSchemas {

  private ScalarSchemas() {}

  static Map<String, Object> of(PrimitiveShape shape) {
    return switch (shape) {
      case BOOLEAN -> Map.of("type", "boolean");
      case BYTE -> integer(Byte.MIN_VALUE, Byte.MAX_VALUE);
      case SHORT -> integer(Short.MIN_VALUE, Short.MAX_VALUE);
      case INT -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> integer(Long.MIN_VALUE, Long.MAX_VALUE);
      case CHAR ->
          new JsonObject()
              .with("type", "string")
              .with("minLength", 1)
              .with("maxLength", 1)
              .members();
      case FLOAT, DOUBLE -> floating();
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
      case FLOAT, DOUBLE, OPTIONAL_DOUBLE -> floating();
      case BIG_DECIMAL -> Map.of("type", "number");
      case BIG_INTEGER -> Map.of("type", "integer");
      case UUID -> text("uuid");
      case URI -> text("uri-reference");
      case LOCAL_DATE -> text("date");
      case INSTANT, OFFSET_DATE_TIME -> text("date-time");
      case ZONED_DATE_TIME -> described("ISO-8601 with an offset, such as +01:00 or +00:09:21.");
      case DURATION -> described("ISO-8601, such as PT-1H0.5S.");
      case PERIOD -> described("ISO-8601, such as P1Y-2D.");
      case JSON_NODE -> Map.of();
      case OBJECT_NODE -> Map.of("type", "object");
      case ARRAY_NODE -> Map.of("type", "array");
      case STRING,
          LOCALE,
          CURRENCY,
          YEAR,
          YEAR_MONTH,
          MONTH_DAY,
          MONTH,
          DAY_OF_WEEK,
          LOCAL_TIME,
          LOCAL_DATE_TIME,
          OFFSET_TIME,
          ZONE_ID,
          ZONE_OFFSET ->
          Map.of("type", "string");
    };
  }

  private static Map<String, Object> integer(long least, long greatest) {
    return new JsonObject()
        .with("type", "integer")
        .with("minimum", least)
        .with("maximum", greatest)
        .members();
  }

  /** What is no number to JSON is a text. */
  private static Map<String, Object> floating() {
    Map<String, Object> beyond =
        new JsonObject()
            .with("type", "string")
            .with("enum", List.of("NaN", "Infinity", "-Infinity"))
            .members();
    return Map.of("anyOf", List.of(Map.of("type", "number"), beyond));
  }

  /** Text of a form that JSON Schema has no name for: its {@code duration} is narrower. */
  private static Map<String, Object> described(String form) {
    return new JsonObject().with("type", "string").with("description", form).members();
  }

  private static Map<String, Object> text(String format) {
    return new JsonObject().with("type", "string").with("format", format).members();
  }
}
