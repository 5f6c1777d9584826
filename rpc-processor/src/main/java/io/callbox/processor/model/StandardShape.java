package io.callbox.processor.model;

/** A type of the platform that the runtime reads and writes as one JSON value. */
@SuppressWarnings("ImmutableEnumChecker") // a codec is a record of texts
public enum StandardShape implements TypeShape {
  BOOLEAN("java.lang", "Boolean", PrimitiveShape.BOOLEAN.codec()),
  BYTE("java.lang", "Byte", PrimitiveShape.BYTE.codec()),
  SHORT("java.lang", "Short", PrimitiveShape.SHORT.codec()),
  INTEGER("java.lang", "Integer", PrimitiveShape.INT.codec()),
  LONG("java.lang", "Long", PrimitiveShape.LONG.codec()),
  CHARACTER("java.lang", "Character", PrimitiveShape.CHAR.codec()),
  FLOAT("java.lang", "Float", PrimitiveShape.FLOAT.codec()),
  DOUBLE("java.lang", "Double", PrimitiveShape.DOUBLE.codec()),
  STRING("java.lang", "String", new Codec("Texts.readString", "JsonGenerator.writeString"));

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

  /** Who reads and writes one value. */
  public Codec codec() {
    return codec;
  }

  @Override
  public String label() {
    return simpleName;
  }
}
