package io.callbox.testkit.contract;

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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Random values of {@code java.time}, some seconds without a fraction, and some years far off. */
final class RandomTimes {

  private static final String[] ZONES = {
    "Europe/Paris", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia", "UTC", "GMT"
  };
  private static final int HALF_HOURS = 36;
  private static final int HALF_HOUR = 1800;

  /**
   * The makers by type. A {@code ZonedDateTime} has only an offset as its zone, because only the
   * offset travels.
   */
  private static final Map<Class<?>, Function<RandomTimes, Object>> MAKERS =
      Map.ofEntries(
          Map.entry(Duration.class, any -> Duration.ofNanos(any.random.nextLong())),
          Map.entry(Period.class, any -> Period.of(any.some(99), any.some(20), any.some(1000))),
          Map.entry(Instant.class, any -> Instant.ofEpochSecond(any.seconds(), any.nanos())),
          Map.entry(LocalDate.class, any -> any.time().toLocalDate()),
          Map.entry(LocalTime.class, any -> any.time().toLocalTime()),
          Map.entry(LocalDateTime.class, RandomTimes::time),
          Map.entry(OffsetTime.class, any -> any.time().toLocalTime().atOffset(any.offset())),
          Map.entry(OffsetDateTime.class, any -> any.time().atOffset(any.offset())),
          Map.entry(ZonedDateTime.class, any -> any.time().atZone(any.offset())),
          Map.entry(Year.class, any -> Year.from(any.time())),
          Map.entry(YearMonth.class, any -> YearMonth.from(any.time())),
          Map.entry(MonthDay.class, any -> MonthDay.from(any.time())),
          Map.entry(Month.class, any -> any.time().getMonth()),
          Map.entry(DayOfWeek.class, any -> any.time().getDayOfWeek()),
          Map.entry(ZoneOffset.class, RandomTimes::offset),
          Map.entry(ZoneId.class, RandomTimes::zone));

  private final SplittableRandom random;

  RandomTimes(SplittableRandom random) {
    this.random = random;
  }

  /** Returns a value; null if the type is none of these. */
  @Nullable Object of(Class<?> type) {
    Function<RandomTimes, Object> maker = MAKERS.get(type);
    return maker == null ? null : maker.apply(this);
  }

  private int some(int most) {
    return random.nextInt(-most, most + 1);
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

  private ZoneOffset offset() {
    return ZoneOffset.ofTotalSeconds(some(HALF_HOURS) * HALF_HOUR);
  }

  private ZoneId zone() {
    return random.nextBoolean() ? offset() : ZoneId.of(ZONES[random.nextInt(ZONES.length)]);
  }
}
