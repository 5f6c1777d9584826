package consumer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/** Returns what it is given. */
final class EverythingEcho implements Everything {

  @Override
  public boolean truth(boolean value, Boolean boxed) {
    return value;
  }

  @Override
  public byte octet(byte value, Byte boxed) {
    return value;
  }

  @Override
  public short small(short value, Short boxed) {
    return value;
  }

  @Override
  public int whole(int value, Integer boxed) {
    return value;
  }

  @Override
  public long big(long value, Long boxed) {
    return value;
  }

  @Override
  public float rough(float value, Float boxed) {
    return value;
  }

  @Override
  public double precise(double value, Double boxed) {
    return value;
  }

  @Override
  public char letter(char value, Character boxed) {
    return value;
  }

  @Override
  public String text(String value) {
    return value;
  }

  @Override
  public byte[] bytes(byte[] value, byte[][] more) {
    return value;
  }

  @Override
  public int[][] grid(int[][] value, long[] longs, boolean[] flags, double... rest) {
    return value;
  }

  @Override
  public String[] words(String[] value, List<UUID>[] lists) {
    return value;
  }

  @Override
  public BigInteger integer(BigInteger value) {
    return value;
  }

  @Override
  public BigDecimal decimal(BigDecimal value) {
    return value;
  }

  @Override
  public UUID uuid(UUID value) {
    return value;
  }

  @Override
  public URI uri(URI value) {
    return value;
  }

  @Override
  public Locale locale(Locale value) {
    return value;
  }

  @Override
  public Currency currency(Currency value) {
    return value;
  }

  @Override
  public Instant instant(Instant value) {
    return value;
  }

  @Override
  public Duration duration(Duration value, Period period) {
    return value;
  }

  @Override
  public LocalDate day(LocalDate value, LocalTime time, LocalDateTime both) {
    return value;
  }

  @Override
  public OffsetDateTime offset(OffsetDateTime value, OffsetTime time, ZonedDateTime zoned) {
    return value;
  }

  @Override
  public Year year(Year value, YearMonth month, MonthDay day) {
    return value;
  }

  @Override
  public Month month(Month value, DayOfWeek day) {
    return value;
  }

  @Override
  public ZoneId zone(ZoneId value, ZoneOffset offset) {
    return value;
  }

  @Override
  public OptionalInt maybeNumber(OptionalInt value, OptionalLong large, OptionalDouble real) {
    return value;
  }

  @Override
  public Optional<List<Optional<Integer>>> maybe(Optional<List<Optional<Integer>>> value) {
    return value;
  }

  @Override
  public Collection<String> collection(Collection<String> value, List<List<Mood>> lists) {
    return value;
  }

  @Override
  public SortedSet<UUID> sorted(
      SortedSet<UUID> value, NavigableSet<Mood> moods, Set<Long> unsorted) {
    return value;
  }

  @Override
  public Queue<Duration> queue(Queue<Duration> value, Deque<Order.Line> lines) {
    return value;
  }

  @Override
  public Map<String, Set<Long>> map(
      Map<String, Set<Long>> value, Map<UUID, Map<Integer, Byte>> ids) {
    return value;
  }

  @Override
  public SortedMap<Mood, Order> ordered(
      SortedMap<Mood, Order> value, NavigableMap<Long, String> longs) {
    return value;
  }

  @Override
  public Mood mood(Mood value) {
    return value;
  }

  @Override
  public Order order(Order value) throws RefusedException {
    if (value == null) {
      throw new RefusedException("no order", 3);
    }
    return value;
  }

  @Override
  public CompletableFuture<Shape<String>> shape(Shape<String> value, Shape.Circle<Mood> circle) {
    return CompletableFuture.completedFuture(value);
  }

  @Override
  public Tree<Point> tree(Tree<Point> value) {
    return value;
  }

  @Override
  public Profile profile(Profile value) {
    return value;
  }

  @Override
  public JsonNode json(JsonNode value, ObjectNode object, ArrayNode array) {
    return value;
  }

  @Override
  public void forget(Profile value, List<Shape<Order.Line>> shapes) {}

  @Override
  public Map<String, Instant> inherited(
      Map<String, Instant> value, List<Map<String, Instant>> more) {
    return value;
  }
}
