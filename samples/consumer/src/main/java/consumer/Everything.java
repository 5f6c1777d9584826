package consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;
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
import java.util.Collection;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Forty methods, the one of the parent included, over every type that a contract may have. */
@RemoteService
public interface Everything extends Echo<Map<String, Instant>> {

  boolean truth(boolean value, Boolean boxed);

  byte octet(byte value, Byte boxed);

  short small(short value, Short boxed);

  int whole(int value, Integer boxed);

  long big(long value, Long boxed);

  float rough(float value, Float boxed);

  double precise(double value, Double boxed);

  char letter(char value, Character boxed);

  String text(String value);

  byte[] bytes(byte[] value, byte[][] more);

  int[][] grid(int[][] value, long[] longs, boolean[] flags, double... rest);

  String[] words(String[] value, List<UUID>[] lists);

  BigInteger integer(BigInteger value);

  BigDecimal decimal(BigDecimal value);

  @Idempotent
  UUID uuid(UUID value);

  URI uri(URI value);

  Locale locale(Locale value);

  Currency currency(Currency value);

  Instant instant(Instant value);

  Duration duration(Duration value, Period period);

  LocalDate day(LocalDate value, LocalTime time, LocalDateTime both);

  OffsetDateTime offset(OffsetDateTime value, OffsetTime time, ZonedDateTime zoned);

  Year year(Year value, YearMonth month, MonthDay day);

  Month month(Month value, DayOfWeek day);

  ZoneId zone(ZoneId value, ZoneOffset offset);

  OptionalInt maybeNumber(OptionalInt value, OptionalLong large, OptionalDouble real);

  Optional<List<Optional<Integer>>> maybe(Optional<List<Optional<Integer>>> value);

  Collection<String> collection(Collection<String> value, List<List<Mood>> lists);

  SortedSet<UUID> sorted(SortedSet<UUID> value, NavigableSet<Mood> moods, Set<Long> unsorted);

  Queue<Duration> queue(Queue<Duration> value, Deque<Order.Line> lines);

  Map<String, Set<Long>> map(Map<String, Set<Long>> value, Map<UUID, Map<Integer, Byte>> ids);

  SortedMap<Mood, Order> ordered(SortedMap<Mood, Order> value, NavigableMap<Long, String> longs);

  Mood mood(Mood value);

  Order order(Order value) throws RefusedException;

  CompletableFuture<Shape<String>> shape(Shape<String> value, Shape.Circle<Mood> circle);

  Tree<Point> tree(Tree<Point> value);

  Profile profile(Profile value);

  JsonNode json(JsonNode value, ObjectNode object, ArrayNode array);

  @OneWay
  void forget(Profile value, List<Shape<Order.Line>> shapes);
}
