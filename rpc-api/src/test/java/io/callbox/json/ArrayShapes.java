package io.callbox.json;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** An array of every primitive. */
final class ArrayShapes {

  static final List<Shape<?>> ALL =
      List.of(
          of(
              boolean[].class,
              Arbitraries.of(true, false),
              ArrayValues::readBooleans,
              ArrayValues::writeBooleans),
          of(byte[].class, Arbitraries.bytes(), Bytes::read, Bytes::write),
          of(
              char[].class,
              Arbitraries.chars().range(' ', '\ud7ff'),
              ArrayValues::readChars,
              ArrayValues::writeChars),
          of(
              short[].class,
              Arbitraries.shorts(),
              ArrayValues::readShorts,
              ArrayValues::writeShorts),
          of(int[].class, Arbitraries.integers(), ArrayValues::readInts, ArrayValues::writeInts),
          of(long[].class, Arbitraries.longs(), ArrayValues::readLongs, ArrayValues::writeLongs),
          of(
              float[].class,
              Arbitraries.floats(),
              ArrayValues::readFloats,
              ArrayValues::writeFloats),
          of(
              double[].class,
              Arbitraries.doubles(),
              ArrayValues::readDoubles,
              ArrayValues::writeDoubles));

  private ArrayShapes() {}

  private static <A, T> Shape<A> of(
      Class<A> type, Arbitrary<T> elements, ValueReader<A> reader, ValueWriter<A> writer) {
    return Shape.of(type, elements.array(type).ofMaxSize(40), reader, writer);
  }
}
