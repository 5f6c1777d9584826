package parity;

import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.callbox.annotation.RemoteService;
import java.time.*;
import java.util.*;

/** Types that generated code leaves to databind. */
@RemoteService
public interface Databound {

  record Formatted(
      @JsonFormat(shape = JsonFormat.Shape.STRING, pattern = "dd.MM.uuuu") LocalDate day,
      Instant at,
      Duration lasts,
      Optional<Formatted> next) {}

  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  record Snake(String firstName, OptionalInt shoeSize) {}

  record Flat(@JsonUnwrapped Snake inner, int other) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  @JsonSubTypes({@JsonSubTypes.Type(value = On.class), @JsonSubTypes.Type(value = Off.class)})
  sealed interface Switch {}

  @JsonTypeName("on")
  record On(int level) implements Switch {}

  @JsonTypeName("off")
  record Off() implements Switch {}

  class Hidden {
    private int number;
    private final List<String> texts = new ArrayList<>(List.of("a"));

    public int getNumber() {
      return number;
    }

    void setNumber(int number) {
      this.number = number;
    }

    public List<String> getTexts() {
      return texts;
    }
  }

  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  record Generic<T>(T first, List<T> others, int number) {}

  @JsonDeserialize(as = Known.class)
  interface Open {
    String getName();
  }

  record Known(String name, List<Open> others) implements Open {
    @Override
    public String getName() {
      return name;
    }
  }

  /** A record that generated code keeps to holds one that it does not. */
  record Mixed(int a, Formatted formatted, Map<String, Snake> snakes, Switch[] switches) {}

  /** What generated code does not look into may hide anything. */
  record Hiding(@JsonFormat int a, Deep deep) {}

  record Deep(@JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS) Object any) {}

  void hide(Hiding value);

  Formatted formatted(Formatted value);

  Snake snake(Snake value);

  Flat flat(Flat value);

  Switch one(Switch value);

  Hidden hidden(Hidden value);

  Generic<Integer> integers(Generic<Integer> value);

  Generic<List<Snake>> snakes(Generic<List<Snake>> value);

  Mixed mixed(Mixed value);

  Open open(Open value);

  List<Formatted> all(List<Formatted> value);
}
