package good;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.callbox.processor.LoopbackChannel;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.*;
import java.util.*;
import java.util.concurrent.Callable;

public final class StandardRun implements Callable<Void>, Standard {

  private final LoopbackChannel channel = new LoopbackChannel(new StandardSkeleton(this));
  private final Standard stub = new StandardStub(channel);

  @Override
  public Void call() {
    Times times =
        new Times(
            Instant.parse("2026-01-02T03:04:05.006Z"),
            LocalDate.of(2026, 1, 2),
            LocalTime.of(1, 2),
            LocalDateTime.of(2026, 1, 2, 3, 4),
            OffsetDateTime.parse("2026-01-02T03:04:05+02:00"),
            OffsetTime.parse("03:04:05+02:00"),
            ZonedDateTime.parse("2026-01-02T03:04:05+01:00"),
            Duration.ofMillis(1500),
            Period.ofDays(3),
            Year.of(2026),
            YearMonth.of(2026, 1),
            MonthDay.of(1, 2),
            Month.MAY,
            DayOfWeek.FRIDAY,
            ZoneId.of("Europe/Paris"),
            ZoneOffset.ofHours(2));
    assertEquals(times, stub.times(times));
    Values values =
        new Values(
            BigInteger.TWO.pow(80),
            new BigDecimal("1.50"),
            new UUID(1, 2),
            URI.create("a:b"),
            Locale.US,
            Currency.getInstance("EUR"),
            OptionalInt.of(1),
            OptionalLong.empty(),
            OptionalDouble.of(0.5));
    assertEquals(values, stub.values(values));
    Values none =
        new Values(
            null, null, null, null, null, null, OptionalInt.empty(), OptionalLong.empty(),
            OptionalDouble.empty());
    assertEquals(none, stub.values(none));
    Collections collections =
        new Collections(
            List.of("a"),
            new TreeSet<>(Set.of(Instant.EPOCH)),
            new TreeSet<>(Set.of(Level.LOW)),
            new LinkedList<>(List.of(1L, 2L)),
            new LinkedList<>(List.of(values)),
            List.of(OptionalInt.of(1), OptionalInt.empty()));
    assertEquals(collections, stub.collections(collections));
    Maps maps =
        new Maps(
            Map.of(Level.LOW, 1),
            Map.of(-1, Level.HIGH),
            Map.of(1L << 40, List.of(Level.LOW)),
            Map.of(new UUID(1, 2), Map.of((short) 1, (byte) 2)),
            new TreeMap<>(Map.of("b", Duration.ZERO)),
            new TreeMap<>(Map.of(Level.HIGH, List.of(Map.of((byte) 1, true)))));
    assertEquals(maps, stub.maps(maps));
    assertEquals(
        OptionalInt.of(1), stub.direct(Instant.EPOCH, OptionalLong.of(3), new TreeMap<>()));
    return null;
  }

  @Override
  public Times times(Times value) {
    return value;
  }

  @Override
  public Values values(Values value) {
    return value;
  }

  @Override
  public Collections collections(Collections value) {
    return value;
  }

  @Override
  public Maps maps(Maps value) {
    return value;
  }

  @Override
  public OptionalInt direct(Instant at, OptionalLong maybe, SortedMap<Integer, String> map) {
    assertEquals(3, maybe.getAsLong());
    return OptionalInt.of(1);
  }
}
