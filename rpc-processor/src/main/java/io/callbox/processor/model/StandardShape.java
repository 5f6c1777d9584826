package io.callbox.processor.model;

/** A type of the platform that the runtime reads and writes as one JSON value. */
@SuppressWarnings("ImmutableEnumChecker") // a codec is immutable: a record of texts
public enum StandardShape implements TypeShape {
  BOOLEAN("java.lang", "Boolean", PrimitiveShape.BOOLEAN.codec()),
  BYTE("java.lang", "Byte", PrimitiveShape.BYTE.codec()),
  SHORT("java.lang", "Short", PrimitiveShape.SHORT.codec()),
  INTEGER("java.lang", "Integer", PrimitiveShape.INT.codec()),
  LONG("java.lang", "Long", PrimitiveShape.LONG.codec()),
  CHARACTER("java.lang", "Character", PrimitiveShape.CHAR.codec()),
  FLOAT("java.lang", "Float", PrimitiveShape.FLOAT.codec()),
  DOUBLE("java.lang", "Double", PrimitiveShape.DOUBLE.codec()),
  STRING("java.lang", "String", new Codec("Texts.readString", "JsonGenerator.writeString")),
  BIG_INTEGER("java.math", "BigInteger", Codec.of("BigNumbers", "BigInteger")),
  BIG_DECIMAL("java.math", "BigDecimal", Codec.of("BigNumbers", "BigDecimal")),
  UUID("java.util", "UUID", Codec.of("Identifiers", "Uuid")),
  URI("java.net", "URI", Codec.of("Identifiers", "Uri")),
  LOCALE("java.util", "Locale", Codec.of("Identifiers", "Locale")),
  CURRENCY("java.util", "Currency", Codec.of("Identifiers", "Currency")),
  OPTIONAL_INT("java.util", "OptionalInt", Codec.of("OptionalNumbers", "Int")),
  OPTIONAL_LONG("java.util", "OptionalLong", Codec.of("OptionalNumbers", "Long")),
  OPTIONAL_DOUBLE("java.util", "OptionalDouble", Codec.of("OptionalNumbers", "Double")),
  DURATION("java.time", "Duration", Codec.of("Amounts", "Duration")),
  PERIOD("java.time", "Period", Codec.of("Amounts", "Period")),
  LOCAL_DATE("java.time", "LocalDate", Codec.of("Dates", "LocalDate")),
  YEAR_MONTH("java.time", "YearMonth", Codec.of("Dates", "YearMonth")),
  MONTH_DAY("java.time", "MonthDay", Codec.of("Dates", "MonthDay")),
  YEAR("java.time", "Year", Codec.of("Dates", "Year")),
  MONTH("java.time", "Month", Codec.of("Dates", "Month")),
  DAY_OF_WEEK("java.time", "DayOfWeek", Codec.of("Dates", "DayOfWeek")),
  INSTANT("java.time", "Instant", Codec.of("Times", "Instant")),
  LOCAL_TIME("java.time", "LocalTime", Codec.of("Times", "LocalTime")),
  LOCAL_DATE_TIME("java.time", "LocalDateTime", Codec.of("Times", "LocalDateTime")),
  OFFSET_TIME("java.time", "OffsetTime", Codec.of("Times", "OffsetTime")),
  OFFSET_DATE_TIME("java.time", "OffsetDateTime", Codec.of("Times", "OffsetDateTime")),
  ZONED_DATE_TIME("java.time", "ZonedDateTime", Codec.of("Times", "ZonedDateTime")),
  ZONE_ID("java.time", "ZoneId", Codec.of("Zones", "ZoneId")),
  ZONE_OFFSET("java.time", "ZoneOffset", Codec.of("Zones", "ZoneOffset")),
  JSON_NODE(Tree.PACKAGE, "JsonNode", Codec.of(Tree.CODEC, "Node")),
  OBJECT_NODE(Tree.PACKAGE + ".node", "ObjectNode", Codec.of(Tree.CODEC, "Object")),
  ARRAY_NODE(Tree.PACKAGE + ".node", "ArrayNode", Codec.of(Tree.CODEC, "Array"));

  private final String packageName;
  private final String simpleName;
  private final Codec codec;

  StandardShape(String packageName, String simpleName, Codec codec) {
    this.packageName = packageName;
    this.simpleName = simpleName;
    this.codec = codec;
  }

  /** The Java type. */
  public JavaName type() {
    return JavaName.of(packageName, simpleName);
  }

  /** The methods that read and write one value. */
  public Codec codec() {
    return codec;
  }

  /**
   * Returns whether one of its values stands for {@code null}: then it is never {@code null}
   * itself.
   */
  public boolean isOptional() {
    return simpleName.startsWith("Optional");
  }

  /** Returns whether JSON's {@code null} is one of its values. */
  public boolean takesNull() {
    return isOptional() || this == JSON_NODE;
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.standard(this);
  }

  @Override
  public String label() {
    return simpleName;
  }

  /** The names of trees and of their reader: the only use of databind without a mapper. */
  private static final class Tree {

    static final String PACKAGE = "com.fasterxml.jackson.databind";
    static final String CODEC = "databind.Trees";
  }
}
