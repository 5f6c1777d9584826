package good;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.callbox.annotation.RemoteService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

@RemoteService
public interface Shapes {

  sealed interface Shape permits Circle, Polygon {}

  sealed interface Polygon extends Shape {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Polygon {}

  record Group(List<Shape> shapes) implements Polygon {}

  sealed interface Outcome<T> {}

  record Good<T>(T value) implements Outcome<T> {}

  record Bad<U>(String reason, Optional<U> partly) implements Outcome<U> {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Dog.class, name = "dog"),
    @JsonSubTypes.Type(value = Cat.class, name = "cat")
  })
  interface Animal {}

  record Dog(String name) implements Animal {}

  record Cat(int lives) implements Animal {}

  record Range(int low, int high) {
    public Range {
      if (low > high) {
        throw new IllegalArgumentException(low + " is above " + high);
      }
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Annotated(
      @JsonProperty("id") @JsonAlias({"key", "no"}) int number,
      @JsonIgnore String secret,
      String text,
      List<String> list,
      @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> maybe,
      int[] array,
      Level level) {}

  enum Level {
    @JsonProperty("low")
    @JsonAlias("lo")
    LOW,
    @JsonEnumDefaultValue
    UNKNOWN
  }

  class Bean {
    public String open = "unset";
    private int count = 7;
    private List<Bean> beans;

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }

    public List<Bean> getBeans() {
      return beans;
    }

    public void setBeans(List<Bean> beans) {
      this.beans = beans;
    }

    public boolean isEmpty() {
      return beans == null;
    }
  }

  final class Point {
    private final int x;
    private final int y;

    public Point() {
      this(0, 0);
    }

    @JsonCreator
    public Point(@JsonProperty("x") int x, @JsonProperty("y") int y) {
      this.x = x;
      this.y = y;
    }

    public int getX() {
      return x;
    }

    public int y() {
      return y;
    }
  }

  @NullMarked
  record Strict(String name, @Nullable String nick, List<String> tags) {}

  Shape shape(Shape value);

  Circle circle(Circle value);

  Outcome<Integer> outcome(Outcome<Integer> value);

  Animal animal(Animal value);

  Range range(Range value);

  Annotated annotated(Annotated value);

  Bean bean(Bean value);

  Point point(Point value);

  Strict strict(Strict value);

  @NullMarked
  String marked(String a, @Nullable Integer b, Map<Level, Shape> c);
}
