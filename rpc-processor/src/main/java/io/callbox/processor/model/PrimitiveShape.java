package io.callbox.processor.model;

/** A primitive type. Its values cannot be left out. */
@SuppressWarnings("ImmutableEnumChecker") // a codec is immutable: a record of texts
public enum PrimitiveShape implements TypeShape {
  BOOLEAN("boolean", new Codec("Numbers.readBoolean", "JsonGenerator.writeBoolean")),
  BYTE("byte", Codec.number("Byte")),
  SHORT("short", Codec.number("Short")),
  INT("int", Codec.number("Int")),
  LONG("long", Codec.number("Long")),
  CHAR("char", Codec.of("Texts", "Char")),
  FLOAT("float", Codec.number("Float")),
  DOUBLE("double", Codec.of("Numbers", "Double"));

  private final String keyword;
  private final Codec codec;

  PrimitiveShape(String keyword, Codec codec) {
    this.keyword = keyword;
    this.codec = codec;
  }

  /** The methods that read and write one value. */
  public Codec codec() {
    return codec;
  }

  /** The methods that read and write an array of values. */
  public Codec arrayCodec() {
    return this == BYTE
        ? new Codec("Bytes.read", "Bytes.write")
        : Codec.of("ArrayValues", label() + 's');
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
