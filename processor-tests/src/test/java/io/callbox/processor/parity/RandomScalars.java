package io.callbox.processor.parity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Random values of the platform's types that are one JSON value, and random trees. */
final class RandomScalars {

  private static final List<Locale> LOCALES = List.of(Locale.getAvailableLocales());
  private static final List<Currency> CURRENCIES = List.copyOf(Currency.getAvailableCurrencies());
  private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream().sorted().toList();
  private static final String LETTERS = "aZ09 _-\"\\/\b\n\t\u0001\u007fäßжあ😀\u2028'{}[]:,";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Random random;
  private final Map<Class<?>, Supplier<Object>> makers = new HashMap<>();

  RandomScalars(Random random) {
    this.random = random;
    addNumbers();
    addTimes();
    makers.put(boolean.class, random::nextBoolean);
    makers.put(char.class, () -> text(1).charAt(0));
    makers.put(String.class, () -> text(random.nextInt(12)));
    makers.put(UUID.class, () -> new UUID(random.nextLong(), random.nextLong()));
    makers.put(
        URI.class,
        () ->
            URI.create(random.nextInt(8) == 0 ? "" : "http://host/" + random.nextInt() + "?q=%20"));
    makers.put(Locale.class, () -> one(LOCALES));
    makers.put(Currency.class, () -> one(CURRENCIES));
    makers.put(OptionalInt.class, () -> OptionalInt.of(random.nextInt()));
    makers.put(OptionalLong.class, () -> OptionalLong.of(random.nextLong()));
    makers.put(OptionalDouble.class, () -> OptionalDouble.of(random.nextGaussian()));
    makers.put(JsonNode.class, () -> tree(3));
    makers.put(ObjectNode.class, () -> object(2));
    makers.put(ArrayNode.class, () -> array(2));
  }

  private void addNumbers() {
    makers.put(byte.class, () -> (byte) random.nextInt());
    makers.put(short.class, () -> (short) random.nextInt());
    makers.put(int.class, () -> random.nextInt() >> random.nextInt(32));
    makers.put(long.class, () -> random.nextLong() >> random.nextInt(64));
    makers.put(float.class, () -> Float.intBitsToFloat(random.nextInt()));
    makers.put(
        double.class,
        () ->
            random.nextInt(3) == 0
                ? random.nextInt() / 1000.0
                : Double.longBitsToDouble(random.nextLong()));
    makers.put(BigInteger.class, () -> new BigInteger(random.nextInt(200), random).negate());
    makers.put(BigDecimal.class, this::decimal);
  }

  private void addTimes() {
    makers.put(Instant.class, () -> dateTime().toInstant(ZoneOffset.UTC));
    makers.put(LocalDate.class, () -> dateTime().toLocalDate());
    makers.put(LocalTime.class, () -> dateTime().toLocalTime());
    makers.put(LocalDateTime.class, this::dateTime);
    makers.put(OffsetDateTime.class, () -> dateTime().atOffset(offset()));
    makers.put(OffsetTime.class, () -> dateTime().toLocalTime().atOffset(offset()));
    makers.put(ZonedDateTime.class, () -> dateTime().atZone(zone()));
    makers.put(Duration.class, () -> Duration.ofSeconds(random.nextInt(), random.nextInt()));
    makers.put(
        Period.class,
        () -> Period.of(random.nextInt(99) - 50, random.nextInt(20), random.nextInt()));
    makers.put(Year.class, () -> Year.of(random.nextInt(9999) + 1));
    makers.put(YearMonth.class, () -> YearMonth.from(dateTime()));
    makers.put(MonthDay.class, () -> MonthDay.from(dateTime()));
    makers.put(Month.class, () -> dateTime().getMonth());
    makers.put(DayOfWeek.class, () -> dateTime().getDayOfWeek());
    makers.put(ZoneId.class, this::zone);
    makers.put(ZoneOffset.class, this::offset);
  }

  static boolean isOptional(Class<?> type) {
    return type == OptionalInt.class || type == OptionalLong.class || type == OptionalDouble.class;
  }

  /** A value; null if the type is none of these. */
  Object of(Class<?> type) {
    if (isOptional(type) && random.nextBoolean()) {
      return type == OptionalInt.class
          ? OptionalInt.empty()
          : type == OptionalLong.class ? OptionalLong.empty() : OptionalDouble.empty();
    }
    Supplier<Object> maker = makers.get(unboxed(type));
    return maker == null ? null : maker.get();
  }

  private static Class<?> unboxed(Class<?> type) {
    return java.lang.invoke.MethodType.methodType(type).unwrap().returnType();
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private String text(int length) {
    StringBuilder text = new StringBuilder();
    int[] letters = LETTERS.codePoints().toArray();
    for (int count = 0; count < length; count++) {
      text.appendCodePoint(letters[random.nextInt(length == 1 ? 12 : letters.length)]);
    }
    return text.toString();
  }

  private BigDecimal decimal() {
    return new BigDecimal(new BigInteger(random.nextInt(120), random), random.nextInt(60) - 30);
  }

  private LocalDateTime dateTime() {
    int[] nanos = {0, 0, 500_000_000, 123_456_000, random.nextInt(1_000_000_000)};
    int seconds = random.nextInt(4) == 0 ? 0 : random.nextInt(60);
    return LocalDate.of(1 + random.nextInt(9999), 1, 1)
        .plusDays(random.nextInt(365))
        .atTime(random.nextInt(24), random.nextInt(60), seconds, nanos[random.nextInt(5)]);
  }

  private ZoneOffset offset() {
    return random.nextInt(4) == 0
        ? ZoneOffset.UTC
        : ZoneOffset.ofTotalSeconds((random.nextInt(72) - 36) * 1800);
  }

  private ZoneId zone() {
    return random.nextInt(4) == 0 ? offset() : ZoneId.of(one(ZONES));
  }

  private JsonNode tree(int depth) {
    return switch (random.nextInt(depth == 0 ? 7 : 9)) {
      case 0 -> NODES.textNode(text(5));
      case 1 -> NODES.numberNode(random.nextInt());
      case 2 -> NODES.numberNode(random.nextLong());
      case 3 -> NODES.numberNode(new BigInteger(100, random));
      case 4 -> NODES.numberNode(decimal());
      case 5 -> NODES.booleanNode(random.nextBoolean());
      case 6 -> NODES.nullNode();
      case 7 -> object(depth - 1);
      default -> array(depth - 1);
    };
  }

  private ObjectNode object(int depth) {
    ObjectNode object = NODES.objectNode();
    for (int count = random.nextInt(4); count > 0; count--) {
      object.set(text(3), tree(depth));
    }
    return object;
  }

  private ArrayNode array(int depth) {
    ArrayNode array = NODES.arrayNode();
    for (int count = random.nextInt(4); count > 0; count--) {
      array.add(tree(depth));
    }
    return array;
  }
}
