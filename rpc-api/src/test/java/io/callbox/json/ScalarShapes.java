package io.callbox.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Every type that is one JSON string or number. */
final class ScalarShapes {

  static final Arbitrary<String> STRINGS =
      Arbitraries.strings()
          .withCharRange('\0', '\ud7ff')
          .withChars('"', '\\', '\n')
          .ofMaxLength(20);
  static final Arbitrary<UUID> UUIDS =
      Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);

  private static final Arbitrary<Float> FLOATS =
      Arbitraries.integers()
          .between(Integer.MIN_VALUE, Integer.MAX_VALUE)
          .map(Float::intBitsToFloat);
  private static final Arbitrary<Double> DOUBLES =
      Arbitraries.longs().between(Long.MIN_VALUE, Long.MAX_VALUE).map(Double::longBitsToDouble);
  private static final Arbitrary<BigInteger> BIG_INTEGERS =
      Arbitraries.bigIntegers().between(BigInteger.TEN.pow(60).negate(), BigInteger.TEN.pow(60));

  static final List<Shape<?>> ALL =
      List.of(
          Shape.of(String.class, STRINGS, Texts::readString, Texts::writeString),
          Shape.of(
              Character.class,
              Arbitraries.chars().range('\0', '\ud7ff'),
              Texts::readChar,
              Texts::writeChar),
          Shape.of(
              Boolean.class,
              Arbitraries.of(true, false),
              Numbers::readBoolean,
              JsonGenerator::writeBoolean),
          Shape.of(Byte.class, Arbitraries.bytes(), Numbers::readByte, JsonGenerator::writeNumber),
          Shape.of(
              Short.class, Arbitraries.shorts(), Numbers::readShort, JsonGenerator::writeNumber),
          Shape.of(
              Integer.class, Arbitraries.integers(), Numbers::readInt, JsonGenerator::writeNumber),
          Shape.of(Long.class, Arbitraries.longs(), Numbers::readLong, JsonGenerator::writeNumber),
          Shape.of(Float.class, FLOATS, Numbers::readFloat, JsonGenerator::writeNumber),
          Shape.of(Double.class, DOUBLES, Numbers::readDouble, JsonGenerator::writeNumber),
          Shape.of(
              BigInteger.class,
              BIG_INTEGERS,
              BigNumbers::readBigInteger,
              BigNumbers::writeBigInteger),
          Shape.of(
              BigDecimal.class,
              Combinators.combine(BIG_INTEGERS, Arbitraries.integers().between(-400, 400))
                  .as(BigDecimal::new),
              BigNumbers::readBigDecimal,
              BigNumbers::writeBigDecimal),
          Shape.of(UUID.class, UUIDS, Identifiers::readUuid, Identifiers::writeUuid),
          Shape.of(
              URI.class,
              Arbitraries.of("", "a/b", "https://example.org/%C3%A9?q=1#f", "urn:x:y")
                  .map(URI::create),
              Identifiers::readUri,
              Identifiers::writeUri),
          Shape.of(
              Locale.class,
              Arbitraries.of(Locale.getAvailableLocales()),
              Identifiers::readLocale,
              Identifiers::writeLocale),
          Shape.of(
              Currency.class,
              Arbitraries.of(Currency.getAvailableCurrencies()),
              Identifiers::readCurrency,
              Identifiers::writeCurrency),
          Shape.of(
              OptionalInt.class,
              orEmpty(Arbitraries.integers().map(OptionalInt::of), OptionalInt.empty()),
              OptionalNumbers.INT,
              OptionalNumbers::writeInt),
          Shape.of(
              OptionalLong.class,
              orEmpty(Arbitraries.longs().map(OptionalLong::of), OptionalLong.empty()),
              OptionalNumbers.LONG,
              OptionalNumbers::writeLong),
          Shape.of(
              OptionalDouble.class,
              orEmpty(DOUBLES.map(OptionalDouble::of), OptionalDouble.empty()),
              OptionalNumbers.DOUBLE,
              OptionalNumbers::writeDouble));

  private ScalarShapes() {}

  private static <T> Arbitrary<T> orEmpty(Arbitrary<T> values, T empty) {
    return Arbitraries.frequencyOf(Tuple.of(9, values), Tuple.of(1, Arbitraries.just(empty)));
  }
}
