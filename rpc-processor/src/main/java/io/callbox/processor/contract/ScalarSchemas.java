package io.callbox.processor.contract;

import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
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
      case FLOAT, DOUBLE -> Map.of("type", "number");
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
      case FLOAT, DOUBLE, OPTIONAL_DOUBLE, BIG_DECIMAL -> Map.of("type", "number");
      case BIG_INTEGER, YEAR -> Map.of("type", "integer");
      case UUID -> text("uuid");
      case URI -> text("uri-reference");
      case LOCAL_DATE -> text("date");
      case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME -> text("date-time");
      case DURATION, PERIOD -> text("duration");
      case JSON_NODE -> Map.of();
      case OBJECT_NODE -> Map.of("type", "object");
      case ARRAY_NODE -> Map.of("type", "array");
      case STRING,
          LOCALE,
          CURRENCY,
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

  private static Map<String, Object> text(String format) {
    return new JsonObject().with("type", "string").with("format", format).members();
  }
}
