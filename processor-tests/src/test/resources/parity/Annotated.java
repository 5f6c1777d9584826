package parity;

import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.callbox.annotation.RemoteService;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.*;

/** What Jackson's annotations say of records, enums and single values. */
@RemoteService
public interface Annotated {

  record Renamed(
      @JsonProperty("id") @JsonAlias({"key", "no"}) int number,
      @JsonIgnore String secret,
      @JsonProperty("a.b") Optional<String> maybe) {}

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record NonEmpty(
      String text,
      List<String> list,
      Map<String, Integer> map,
      int[] array,
      Optional<String> maybe,
      OptionalInt maybeInt,
      JsonNode tree,
      Integer boxed,
      int number,
      Level level,
      @JsonInclude(JsonInclude.Include.ALWAYS) Set<String> always) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record NonNull(String text, List<String> list, Optional<Long> maybe, OptionalLong maybeLong) {}

  record NonAbsent(
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> maybe,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble maybeDouble,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) String text) {}

  @JsonIgnoreProperties(
      value = {"hidden", "area"},
      ignoreUnknown = true)
  @JsonPropertyOrder({"height", "width"})
  record Size(int width, int height, String hidden) {
    public long getArea() {
      return (long) width * height;
    }
  }

  record Named(String first, String last) {
    public String getFull() {
      return first + ' ' + last;
    }

    public boolean isShort() {
      return first == null;
    }

    public Boolean isLong() {
      return last == null ? null : last.length() > 10;
    }

    @JsonIgnore
    public String getSecret() {
      return "secret";
    }

    public String other() {
      return "other";
    }
  }

  enum Level {
    @JsonProperty("low")
    @JsonAlias("lo")
    LOW,
    MIDDLE {
      @Override
      int rank() {
        return 2;
      }
    },
    @JsonEnumDefaultValue
    UNKNOWN;

    int rank() {
      return 1;
    }
  }

  enum Coded {
    A("a!"),
    B("b?");

    private final String code;

    Coded(String code) {
      this.code = code;
    }

    @JsonValue
    public String code() {
      return code;
    }
  }

  enum Numbered {
    ONE,
    TWO;

    @JsonValue
    public int number() {
      return ordinal() + 1;
    }
  }

  enum Made {
    SMALL,
    LARGE;

    @JsonValue
    public String size() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Made of(String size) {
      return valueOf(size.toUpperCase(Locale.ROOT));
    }
  }

  record Id(@JsonValue String text) {}

  record Wrapped(List<Id> ids) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Wrapped {}

    @JsonValue
    public List<Id> ids() {
      return ids;
    }
  }

  final class Money {
    private final BigDecimal amount;

    private Money(BigDecimal amount) {
      this.amount = amount;
    }

    @JsonCreator
    public static Money of(BigDecimal amount) {
      return new Money(amount);
    }

    @JsonValue
    public BigDecimal toNumber() {
      return amount;
    }
  }

  record Span(Instant from, long seconds) {
    @JsonCreator
    public static Span between(
        @JsonProperty("from") Instant from, @JsonProperty("seconds") long seconds) {
      return new Span(from, seconds);
    }
  }

  record Codes(
      Coded coded,
      Numbered numbered,
      Made made,
      List<Level> levels,
      Map<Coded, Id> byCode,
      Map<Numbered, Money> byNumber,
      Map<Level, Wrapped> byLevel) {}

  record Trees(JsonNode any, ObjectNode object, ArrayNode array, List<JsonNode> all) {}

  Renamed renamed(Renamed value);

  NonEmpty nonEmpty(NonEmpty value);

  NonNull nonNull(NonNull value);

  NonAbsent nonAbsent(NonAbsent value);

  Size size(Size value);

  Named named(Named value);

  Codes codes(Codes value);

  Id id(Id value);

  Wrapped wrapped(Wrapped value);

  Money money(Money value);

  Span span(Span value);

  Trees trees(Trees value);

  Map<String, JsonNode> forest(Map<String, JsonNode> value);
}
