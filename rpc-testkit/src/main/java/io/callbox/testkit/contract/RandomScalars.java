package io.callbox.testkit.contract;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Function;

/** Random values of types that have no parts, the awkward ones among them more often than not. */
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
          Map.entry(Duration.class, any -> Duration.ofNanos(any.aLong())),
          Map.entry(Instant.class, any -> Instant.ofEpochSecond(any.seconds(), any.nanos())),
          Map.entry(LocalDate.class, any -> any.time().toLocalDate()),
          Map.entry(LocalTime.class, any -> any.time().toLocalTime()),
          Map.entry(LocalDateTime.class, RandomScalars::time));

  private static final Map<Class<?>, Function<RandomScalars, Object>> MORE =
      Map.ofEntries(
          Map.entry(OffsetDateTime.class, any -> any.time().atOffset(any.offset())),
          Map.entry(OffsetTime.class, any -> any.time().toLocalTime().atOffset(any.offset())),
          Map.entry(ZonedDateTime.class, any -> any.time().atZone(any.offset())),
          Map.entry(ZoneOffset.class, RandomScalars::offset),
          Map.entry(ZoneId.class, any -> ZoneId.of(any.oneOf("Europe/Paris", "UTC", "+05:30"))),
          Map.entry(Year.class, any -> Year.of(any.time().getYear())),
          Map.entry(YearMonth.class, any -> YearMonth.from(any.time())),
          Map.entry(MonthDay.class, any -> MonthDay.from(any.time())),
          Map.entry(Period.class, any -> Period.of(any.small(), any.small(), any.small())),
          Map.entry(URI.class, any -> URI.create(any.oneOf("urn:a:b", "/c?d=e%20f#g", "http://h"))),
          Map.entry(
              Locale.class, any -> Locale.forLanguageTag(any.oneOf("de-AT", "zh-Hant", "en"))),
          Map.entry(Currency.class, any -> Currency.getInstance(any.oneOf("EUR", "USD", "JPY"))),
          Map.entry(
              OptionalInt.class,
              any ->
                  any.random.nextBoolean()
                      ? OptionalInt.of((int) any.aLong())
                      : OptionalInt.empty()),
          Map.entry(
              OptionalLong.class,
              any ->
                  any.random.nextBoolean() ? OptionalLong.of(any.aLong()) : OptionalLong.empty()),
          Map.entry(
              OptionalDouble.class,
              any ->
                  any.random.nextBoolean()
                      ? OptionalDouble.of(any.aDouble())
                      : OptionalDouble.empty()));

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

  RandomScalars(SplittableRandom random) {
    this.random = random;
  }

  boolean knows(Class<?> type) {
    return type.isEnum()
        || BOXES.containsKey(type)
        || MAKERS.containsKey(type)
        || MORE.containsKey(type);
  }

  Object of(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    Class<?> plain = BOXES.getOrDefault(type, type);
    Function<RandomScalars, Object> maker = MAKERS.getOrDefault(plain, MORE.get(plain));
    return Objects.requireNonNull(maker, plain::getName).apply(this);
  }

  private String oneOf(String... texts) {
    return texts[random.nextInt(texts.length)];
  }

  private int small() {
    return random.nextInt(-100, 100);
  }

  private ZoneOffset offset() {
    return ZoneOffset.ofHoursMinutes(random.nextInt(-17, 18), 0);
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

  private long seconds() {
    return random.nextLong(-60_000_000_000L, 250_000_000_000L);
  }

  private int nanos() {
    return random.nextBoolean() ? 0 : random.nextInt(1_000_000_000);
  }

  private LocalDateTime time() {
    return LocalDateTime.ofEpochSecond(seconds(), nanos(), ZoneOffset.UTC);
  }
}
