package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.annotation.RemoteService;
import java.net.URI;
import java.time.MonthDay;
import java.time.OffsetDateTime;
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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** What {@link Zoo} has not: exceptions, plain classes, sealed types, sorted collections, trees. */
@RemoteService
public interface Menagerie {

  /** A cage of one of two kinds. */
  sealed interface Cage {}

  /** A cage with bars. */
  record Barred(int bars, List<Cage> inner) implements Cage {}

  /** A cage of glass. */
  record Glazed(String maker) implements Cage {}

  /** A keeper, with getters and setters and no {@code equals}. */
  final class Keeper {
    private String name = "";
    private int age;
    private List<Cage> cages = List.of();

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public int getAge() {
      return age;
    }

    public void setAge(int age) {
      this.age = age;
    }

    public List<Cage> getCages() {
      return cages;
    }

    public void setCages(List<Cage> cages) {
      this.cages = cages;
    }
  }

  /** A ticket, with one constructor for all. */
  final class Ticket {
    private final long number;
    private final Keeper seller;

    public Ticket(long number, Keeper seller) {
      this.number = number;
      this.seller = seller;
    }

    public long getNumber() {
      return number;
    }

    public Keeper getSeller() {
      return seller;
    }
  }

  /** An animal is out. */
  final class EscapedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> animals;
    private final int hours;

    public EscapedException(String message, List<String> animals, int hours) {
      super(message);
      this.animals = animals;
      this.hours = hours;
    }

    public List<String> animals() {
      return animals;
    }

    public int getHours() {
      return hours;
    }
  }

  /** The menagerie is closed. */
  final class ClosedException extends Exception {
    private static final long serialVersionUID = 1L;

    public ClosedException(String message) {
      super(message);
    }
  }

  Cage cage(Cage cage, List<Cage> cages) throws EscapedException, ClosedException;

  Ticket ticket(Keeper keeper, Map<String, Ticket> tickets);

  NavigableSet<Long> sorted(
      SortedSet<String> names, SortedMap<Integer, String> byNumber, NavigableMap<UUID, Long> byId);

  Deque<Integer> rows(Queue<String> queue, Collection<Integer> numbers);

  Map<Zoo.Kind, String> keys(
      Map<Integer, String> byInt,
      Map<Long, String> byLong,
      Map<Short, Cage> byShort,
      Map<UUID, Keeper> byId,
      Map<Zoo.Kind, List<String>> byKind);

  JsonNode trees(JsonNode node, ObjectNode object, ArrayNode array, List<JsonNode> nodes);

  Period times(
      OffsetDateTime offset,
      ZonedDateTime zoned,
      ZoneId zone,
      Year year,
      YearMonth month,
      MonthDay day);

  ZoneOffset others(
      URI uri, Locale locale, Currency currency, OptionalInt i, OptionalLong l, OptionalDouble d);

  CompletableFuture<Integer> later(int hours) throws EscapedException;
}
