package io.callbox.testkit.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random values of types without parts, difficult values more often than others. */
final class RandomScalars {

  private static final String[] TEXTS = {
    "",
    " ",
    "null",
    "true",
    "0",
    "a\"b",
    "\\",
    "line\nbreak",
    "\u0000",
    "ä",
    "日本",
    "😀",
    "</x>",
    "{}"
  };
  private static final long[] LONGS = {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 53};
  private static final double[] DOUBLES = {
    0, -0.0, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
  };

  private static final List<Locale> LOCALES =
      List.of(Locale.ROOT, Locale.ITALIAN, Locale.CANADA_FRENCH, Locale.TRADITIONAL_CHINESE);
  private static final List<Currency> CURRENCIES =
      Stream.of("EUR", "JPY", "BHD", "XXX").map(Currency::getInstance).toList();

  private static final Map<Class<?>, Function<RandomScalars, Object>> MAKERS =
      Map.ofEntries(
          Map.entry(boolean.class, any -> any.random.nextBoolean()),
          Map.entry(byte.class, any -> (byte) any.aLong()),
          Map.entry(short.class, any -> (short) any.aLong()),
          Map.entry(int.class, any -> (int) any.aLong()),
          Map.entry(long.class, RandomScalars::aLong),
          Map.entry(char.class, any -> (char) ('!' + any.random.nextInt(200))),
          Map.entry(float.class, any -> (float) any.aDouble()),
          Map.entry(double.class, RandomScalars::aDouble),
          Map.entry(String.class, RandomScalars::text),
          Map.entry(BigInteger.class, any -> BigInteger.valueOf(any.aLong()).pow(2)),
          Map.entry(BigDecimal.class, any -> BigDecimal.valueOf(any.aLong(), 7)),
          Map.entry(UUID.class, any -> new UUID(any.aLong(), any.aLong())),
          Map.entry(URI.class, any -> URI.create("http://host/" + any.aLong() + "?q=%20")),
          Map.entry(Locale.class, any -> any.one(LOCALES)),
          Map.entry(Currency.class, any -> any.one(CURRENCIES)),
          Map.entry(OptionalInt.class, any -> any.optionalInt()),
          Map.entry(OptionalLong.class, any -> any.optionalLong()),
          Map.entry(OptionalDouble.class, any -> any.optionalDouble()));

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          Boolean.class, boolean.class,
          Byte.class, byte.class,
          Short.class, short.class,
          Integer.class, int.class,
          Long.class, long.class,
          Character.class, char.class,
          Float.class, float.class,
          Double.class, double.class);

  private final SplittableRandom random;
  private final RandomTimes times;
  private final RandomTrees trees;

  RandomScalars(SplittableRandom random) {
    this.random = random;
    this.times = new RandomTimes(random);
    this.trees = new RandomTrees(random, this::text);
  }

  /** Returns a value; null if the type is none of these. */
  @Nullable Object of(Class<?> type) {
    Function<RandomScalars, Object> maker = MAKERS.get(BOXES.getOrDefault(type, type));
    if (maker != null) {
      return maker.apply(this);
    }
    Object time = times.of(type);
    if (time != null) {
      return time;
    }
    return type.isEnum() ? one(List.of(type.getEnumConstants())) : trees.of(type);
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private long aLong() {
    return random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
  }

  private double aDouble() {
    return random.nextBoolean()
        ? DOUBLES[random.nextInt(DOUBLES.length)]
        : Double.longBitsToDouble(random.nextLong());
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
  }

  private OptionalInt optionalInt() {
    return random.nextBoolean() ? OptionalInt.of((int) aLong()) : OptionalInt.empty();
  }

  private OptionalLong optionalLong() {
    return random.nextBoolean() ? OptionalLong.of(aLong()) : OptionalLong.empty();
  }

  private OptionalDouble optionalDouble() {
    return random.nextBoolean() ? OptionalDouble.of(aDouble()) : OptionalDouble.empty();
  }
}
