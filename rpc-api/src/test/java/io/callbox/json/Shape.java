package io.callbox.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import net.jqwik.api.Arbitrary;

/** A type, its reader and writer, what Jackson calls it, and random values of it. */
record Shape<T>(JavaType type, Arbitrary<T> values, ValueReader<T> reader, ValueWriter<T> writer) {

  static final TypeFactory TYPES = Jackson.MAPPER.getTypeFactory();

  static <T> Shape<T> of(
      Class<T> type, Arbitrary<T> values, ValueReader<T> reader, ValueWriter<T> writer) {
    return new Shape<>(TYPES.constructType(type), values, reader, writer);
  }

  /** A random value of this shape. */
  Arbitrary<Sample<?>> samples() {
    return values.map(value -> new Sample<T>(this, value));
  }

  /** One value and its shape. */
  record Sample<T>(Shape<T> shape, T value) {

    @Override
    public String toString() {
      return shape.type().toCanonical() + ": " + value;
    }
  }
}
