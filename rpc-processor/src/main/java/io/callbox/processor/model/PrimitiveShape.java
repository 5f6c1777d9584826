package io.callbox.processor.model;

/** A primitive type. Its values cannot be left out. */
@SuppressWarnings("ImmutableEnumChecker") // immutable: the methods are a record of texts
public enum PrimitiveShape implements TypeShape {
  BOOLEAN("boolean", new ValueMethods("Numbers.readBoolean", "JsonGenerator.writeBoolean")),
  BYTE("byte", ValueMethods.number("Byte")),
  SHORT("short", ValueMethods.number("Short")),
  INT("int", ValueMethods.number("Int")),
  LONG("long", ValueMethods.number("Long")),
  CHAR("char", ValueMethods.of("Texts", "Char")),
  FLOAT("float", ValueMethods.number("Float")),
  DOUBLE("double", ValueMethods.of("Numbers", "Double"));

  private final String keyword;
  private final ValueMethods methods;

  PrimitiveShape(String keyword, ValueMethods methods) {
    this.keyword = keyword;
    this.methods = methods;
  }

  /** The methods that read and write one value. */
  public ValueMethods methods() {
    return methods;
  }

  /** The methods that read and write an array of values. */
  public ValueMethods arrayMethods() {
    return this == BYTE
        ? new ValueMethods("Bytes.read", "Bytes.write")
        : ValueMethods.of("ArrayValues", label() + 's');
  }

  /** The initial value of a variable. */
  public String zero() {
    return this == BOOLEAN ? "false" : "0";
  }

  @Override
  public <T> T match(Cases<T> cases) {
    return cases.primitive(this);
  }

  @Override
  public String label() {
    return Character.toUpperCase(keyword.charAt(0)) + keyword.substring(1);
  }
}
