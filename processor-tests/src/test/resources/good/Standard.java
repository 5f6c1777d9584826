package good;

import io.callbox.annotation.RemoteService;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.*;
import java.util.*;

@RemoteService
public interface Standard {

  enum Level {
    LOW,
    HIGH
  }

  record Times(
      Instant instant,
      LocalDate date,
      LocalTime time,
      LocalDateTime dateTime,
      OffsetDateTime offset,
      OffsetTime offsetTime,
      ZonedDateTime zoned,
      Duration duration,
      Period period,
      Year year,
      YearMonth yearMonth,
      MonthDay monthDay,
      Month month,
      DayOfWeek day,
      ZoneId zone,
      ZoneOffset zoneOffset) {}

  record Values(
      BigInteger big,
      BigDecimal decimal,
      UUID uuid,
      URI uri,
      Locale locale,
      Currency currency,
      OptionalInt maybeInt,
      OptionalLong maybeLong,
      OptionalDouble maybeDouble) {}

  record Collections(
      Collection<String> collection,
      SortedSet<Instant> sorted,
      NavigableSet<Level> navigable,
      Queue<Long> queue,
      Deque<Values> deque,
      List<OptionalInt> maybes) {}

  record Maps(
      Map<Level, Integer> byLevel,
      Map<Integer, Level> byInteger,
      Map<Long, List<Level>> byLong,
      Map<UUID, Map<Short, Byte>> byUuid,
      SortedMap<String, Duration> sorted,
      NavigableMap<Level, List<Map<Byte, Boolean>>> navigable) {}

  Times times(Times value);

  Values values(Values value);

  Collections collections(Collections value);

  Maps maps(Maps value);

  OptionalInt direct(Instant at, OptionalLong maybe, SortedMap<Integer, String> map);
}
