package io.callbox.processor.model;

/** A type of the platform that the runtime reads and writes as one JSON value. */
@SuppressWarnings("ImmutableEnumChecker") // immutable: the methods are a record of texts
public enum StandardShape implements TypeShape {
  BOOLEAN("java.lang", "Boolean", PrimitiveShape.BOOLEAN.methods()),
  BYTE("java.lang", "Byte", PrimitiveShape.BYTE.methods()),
  SHORT("java.lang", "Short", PrimitiveShape.SHORT.methods()),
  INTEGER("java.lang", "Integer", PrimitiveShape.INT.methods()),
  LONG("java.lang", "Long", PrimitiveShape.LONG.methods()),
  CHARACTER("java.lang", "Character", PrimitiveShape.CHAR.methods()),
  FLOAT("java.lang", "Float", PrimitiveShape.FLOAT.methods()),
  DOUBLE("java.lang", "Double", PrimitiveShape.DOUBLE.methods()),
  STRING("java.lang", "String", new ValueMethods("Texts.readString", "JsonGenerator.writeString")),
  BIG_INTEGER("java.math", "BigInteger", ValueMethods.of("BigNumbers", "BigInteger")),
  BIG_DECIMAL("java.math", "BigDecimal", ValueMethods.of("BigNumbers", "BigDecimal")),
  UUID("java.util", "UUID", ValueMethods.of("Identifiers", "Uuid")),
  URI("java.net", "URI", ValueMethods.of("Identifiers", "Uri")),
  LOCALE("java.util", "Locale", ValueMethods.of("Identifiers", "Locale")),
  CURRENCY("java.util", "Currency", ValueMethods.of("Identifiers", "Currency")),
  OPTIONAL_INT("java.util", "OptionalInt", ValueMethods.of("OptionalNumbers", "Int")),
  OPTIONAL_LONG("java.util", "OptionalLong", ValueMethods.of("OptionalNumbers", "Long")),
  OPTIONAL_DOUBLE("java.util", "OptionalDouble", ValueMethods.of("OptionalNumbers", "Double")),
  DURATION("java.time", "Duration", ValueMethods.of("Amounts", "Duration")),
  PERIOD("java.time", "Period", ValueMethods.of("Amounts", "Period")),
  LOCAL_DATE("java.time", "LocalDate", ValueMethods.of("Dates", "LocalDate")),
  YEAR_MONTH("java.time", "YearMonth", ValueMethods.of("Dates", "YearMonth")),
  MONTH_DAY("java.time", "MonthDay", ValueMethods.of("Dates", "MonthDay")),
  YEAR("java.time", "Year", ValueMethods.of("Dates", "Year")),
  MONTH("java.time", "Month", ValueMethods.of("Dates", "Month")),
  DAY_OF_WEEK("java.time", "DayOfWeek", ValueMethods.of("Dates", "DayOfWeek")),
  INSTANT("java.time", "Instant", ValueMethods.of("Times", "Instant")),
  LOCAL_TIME("java.time", "LocalTime", ValueMethods.of("Times", "LocalTime")),
  LOCAL_DATE_TIME("java.time", "LocalDateTime", ValueMethods.of("Times", "LocalDateTime")),
  OFFSET_TIME("java.time", "OffsetTime", ValueMethods.of("Times", "OffsetTime")),
  OFFSET_DATE_TIME("java.time", "OffsetDateTime", ValueMethods.of("Times", "OffsetDateTime")),
  ZONED_DATE_TIME("java.time", "ZonedDateTime", ValueMethods.of("Times", "ZonedDateTime")),
  ZONE_ID("java.time", "ZoneId", ValueMethods.of("Zones", "ZoneId")),
  ZONE_OFFSET("java.time", "ZoneOffset", ValueMethods.of("Zones", "ZoneOffset")),
  JSON_NODE(Tree.PACKAGE, "JsonNode", ValueMethods.of(Tree.CODEC, "Node")),
  OBJECT_NODE(Tree.PACKAGE + ".node", "ObjectNode", ValueMethods.of(Tree.CODEC, "Object")),
  ARRAY_NODE(Tree.PACKAGE + ".node", "ArrayNode", ValueMethods.of(Tree.CODEC, "Array"));

  private final String packageName;
  private final String simpleName;
  private final ValueMethods methods;

  StandardShape(String packageName, String simpleName, ValueMethods methods) {
    this.packageName = packageName;
    this.simpleName = simpleName;
    this.methods = methods;
  }

  /** The Java type. */
  public JavaName type() {
    return JavaName.of(packageName, simpleName);
  }

  /** The methods that read and write one value. */
  public ValueMethods methods() {
    return methods;
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
