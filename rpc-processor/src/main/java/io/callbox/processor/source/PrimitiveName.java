package io.callbox.processor.source;

import java.util.Locale;

/** A type that is a word of Java's. */
public enum PrimitiveName implements TypeName {
  /** Nothing. */
  VOID(Void.class),
  /** A truth. */
  BOOLEAN(Boolean.class),
  /** 8 bits. */
  BYTE(Byte.class),
  /** 16 bits. */
  SHORT(Short.class),
  /** 32 bits. */
  INT(Integer.class),
  /** 64 bits. */
  LONG(Long.class),
  /** A UTF-16 unit. */
  CHAR(Character.class),
  /** 32 bits. */
  FLOAT(Float.class),
  /** 64 bits. */
  DOUBLE(Double.class);

  private final String word = name().toLowerCase(Locale.ROOT);
  private final Class<?> box;

  PrimitiveName(Class<?> box) {
    this.box = box;
  }

  @Override
  public void writeTo(SourceWriter out) {
    out.write(word);
  }

  @Override
  public TypeName boxed() {
    return ClassName.of(box);
  }
}
