package io.callbox.json;

import static java.time.ZoneOffset.UTC;

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
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Every type of {@code java.time}. */
final class TimeShapes {

  private static final Arbitrary<LocalDate> DATES =
      Arbitraries.oneOf(
          days(LocalDate.of(1900, 1, 1), LocalDate.of(2100, 1, 1)),
          days(LocalDate.MIN, LocalDate.MAX));
  private static final Arbitrary<Integer> NANOS =
      Arbitraries.oneOf(
          Arbitraries.just(0),
          Arbitraries.integers().between(0, 999).map(millis -> millis * 1_000_000),
          Arbitraries.integers().between(0, 999_999_999));
  private static final Arbitrary<LocalTime> TIMES =
      Combinators.combine(Arbitraries.integers().between(0, 24 * 60 * 60 - 1), NANOS)
          .as((second, nano) -> LocalTime.ofSecondOfDay(second).withNano(nano));
  private static final Arbitrary<LocalDateTime> DATE_TIMES =
      Combinators.combine(DATES, TIMES).as(LocalDateTime::of);
  private static final Arbitrary<ZoneOffset> OFFSETS =
      Arbitraries.oneOf(
          Arbitraries.integers().between(-18, 18).map(ZoneOffset::ofHours),
          Arbitraries.integers().between(-64800, 64800).map(ZoneOffset::ofTotalSeconds));
  private static final Arbitrary<ZoneId> ZONES =
      Arbitraries.oneOf(
          OFFSETS.map(offset -> (ZoneId) offset),
          Arbitraries.of(ZoneId.getAvailableZoneIds()).map(ZoneId::of),
          Arbitraries.of("UTC+01:00", "GMT0", "UT").map(ZoneId::of));
  private static final Arbitrary<Integer> INTS = Arbitraries.integers();

  static final List<Shape<?>> ALL =
      List.of(
          Shape.of(
              Instant.class,
              DATE_TIMES.map(time -> time.toInstant(UTC)),
              Times::readInstant,
              Times::writeInstant),
          Shape.of(LocalDate.class, DATES, Dates::readLocalDate, Dates::writeLocalDate),
          Shape.of(LocalTime.class, TIMES, Times::readLocalTime, Times::writeLocalTime),
          Shape.of(
              LocalDateTime.class, DATE_TIMES, Times::readLocalDateTime, Times::writeLocalDateTime),
          Shape.of(
              OffsetDateTime.class,
              Combinators.combine(DATE_TIMES, OFFSETS).as(OffsetDateTime::of),
              Times::readOffsetDateTime,
              Times::writeOffsetDateTime),
          Shape.of(
              OffsetTime.class,
              Combinators.combine(TIMES, OFFSETS).as(OffsetTime::of),
              Times::readOffsetTime,
              Times::writeOffsetTime),
          Shape.of(
              ZonedDateTime.class,
              Combinators.combine(DATE_TIMES, ZONES).as(TimeShapes::zoned),
              Times::readZonedDateTime,
              Times::writeZonedDateTime),
          Shape.of(
              Duration.class,
              Combinators.combine(Arbitraries.longs(), NANOS).as(Duration::ofSeconds),
              Amounts::readDuration,
              Amounts::writeDuration),
          Shape.of(
              Period.class,
              Combinators.combine(INTS, INTS, INTS).as(Period::of),
              Amounts::readPeriod,
              Amounts::writePeriod),
          Shape.of(
              Year.class,
              // of other years Jackson does not read what it writes
              Arbitraries.integers().between(1000, 9999).map(Year::of),
              Dates::readYear,
              Dates::writeYear),
          Shape.of(
              YearMonth.class,
              DATES.map(YearMonth::from),
              Dates::readYearMonth,
              Dates::writeYearMonth),
          Shape.of(
              MonthDay.class, DATES.map(MonthDay::from), Dates::readMonthDay, Dates::writeMonthDay),
          Shape.of(
              DayOfWeek.class,
              Arbitraries.of(DayOfWeek.class),
              Dates::readDayOfWeek,
              Dates::writeDayOfWeek),
          Shape.of(Month.class, Arbitraries.of(Month.class), Dates::readMonth, Dates::writeMonth),
          Shape.of(ZoneId.class, ZONES, Zones::readZoneId, Zones::writeZoneId),
          Shape.of(ZoneOffset.class, OFFSETS, Zones::readZoneOffset, Zones::writeZoneOffset));

  private TimeShapes() {}

  private static Arbitrary<LocalDate> days(LocalDate from, LocalDate to) {
    return Arbitraries.longs()
        .between(from.toEpochDay(), to.toEpochDay())
        .map(LocalDate::ofEpochDay);
  }

  private static ZonedDateTime zoned(LocalDateTime time, ZoneId zone) {
    return ZonedDateTime.ofLocal(time, zone, null);
  }
}
