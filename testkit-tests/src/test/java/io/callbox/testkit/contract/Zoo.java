package io.callbox.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteService;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One of each kind of type. */
@RemoteService
public interface Zoo extends Fed<Zoo.Animal<Integer>> {

  /** A kind of animal. */
  enum Kind {
    OX,
    YAK
  }

  /** An animal and what it carries. */
  @SuppressWarnings("ArrayRecordComponent") // compared by its elements
  record Animal<T>(String name, Kind kind, T load, int[] weights) {}

  /** Where animals live. */
  sealed interface Home<T> {
    /** Behind bars. */
    record Cage<T>(int bars, Queue<T> inside) implements Home<T> {}

    /** In the open. */
    record Field<T>(Optional<Home<T>> within, @Nullable Field<T> next) implements Home<T> {}
  }

  /** No record. */
  final class Ticket {
    private @Nullable Locale language;
    private OptionalInt day = OptionalInt.empty();

    /** In which it is printed. */
    public @Nullable Locale getLanguage() {
      return language;
    }

    /** In which it is printed. */
    public void setLanguage(@Nullable Locale language) {
      this.language = language;
    }

    /** When it is good. */
    public OptionalInt getDay() {
      return day;
    }

    /** When it is good. */
    public void setDay(OptionalInt day) {
      this.day = day;
    }
  }

  /** Its constructor refuses half of what there is. */
  record Even(int number) {
    public Even {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("odd");
      }
    }
  }

  Home<Ticket> homes(Home<String> home, SortedMap<Kind, SortedSet<UUID>> byKind, Even even);

  JsonNode open(ObjectNode node, ZonedDateTime since, Period every, ZoneId zone);

  long numbers(byte a, short b, int c, long d, float e, double f, char g, boolean h);

  Animal<List<String>> generics(Animal<String> animal, List<Animal<Integer>> herd);

  Map<String, List<Long>> containers(Set<String> names, Optional<Animal<Double>> one, byte[] raw);

  CompletableFuture<String[]> later(String text);

  @OneWay
  void forget(String text);

  void nothing();
}
