package parity;

import com.fasterxml.jackson.annotation.*;
import io.callbox.annotation.RemoteService;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.*;

/** Plain classes, with constructors, factories and setters; types with subtypes. */
@RemoteService
public interface Classes {

  class Bean {
    public String open = "unset";
    private int count = 7;
    private Boolean ready;
    private List<Bean> beans;
    private String urlText;
    @JsonProperty("renamed")
    private LocalDate day;
    @JsonIgnore private String secret;

    public int getCount() {
      return count;
    }

    public void setCount(int count) {
      this.count = count;
    }

    public Boolean isReady() {
      return ready;
    }

    public void setReady(Boolean ready) {
      this.ready = ready;
    }

    public List<Bean> getBeans() {
      return beans;
    }

    public Bean setBeans(List<Bean> beans) {
      this.beans = beans;
      return this;
    }

    public String getURLText() {
      return urlText;
    }

    public void setURLText(String urlText) {
      this.urlText = urlText;
    }

    public LocalDate getDay() {
      return day;
    }

    public void setDay(LocalDate day) {
      this.day = day;
    }

    public String getSecret() {
      return secret;
    }

    public void setSecret(String secret) {
      this.secret = secret;
    }

    public boolean isEmpty() {
      return beans == null;
    }

    public void setUp(String both) {
      this.open = both;
    }

    public String getUp() {
      return open;
    }
  }

  /** What its getter gives is not always what its field holds. */
  class Absolute {
    public int number = 1;
    public List<String> texts;

    public int getNumber() {
      return Math.abs(number);
    }

    public List<String> getTexts() {
      return texts;
    }
  }

  class Child extends Bean {
    private double weight;

    public double getWeight() {
      return weight;
    }

    public void setWeight(double weight) {
      this.weight = weight;
    }
  }

  class Box<T> {
    private T content;
    private List<T> more;

    public T getContent() {
      return content;
    }

    public void setContent(T content) {
      this.content = content;
    }

    public List<T> getMore() {
      return more;
    }

    public void setMore(List<T> more) {
      this.more = more;
    }
  }

  final class Point {
    private final int x;
    private final int y;

    @JsonCreator
    public Point(@JsonProperty("x") int x, @JsonProperty("why") int y) {
      this.x = x;
      this.y = y;
    }

    public int getX() {
      return x;
    }

    @JsonProperty("why")
    public int getY() {
      return y;
    }

    public int getSum() {
      return x + y;
    }
  }

  final class Range {
    private final BigDecimal low;
    private final BigDecimal high;

    private Range(BigDecimal low, BigDecimal high) {
      this.low = low;
      this.high = high;
    }

    @JsonCreator
    public static Range of(
        @JsonProperty("low") BigDecimal low, @JsonProperty("high") BigDecimal high) {
      return new Range(low, high);
    }

    public BigDecimal getLow() {
      return low;
    }

    public BigDecimal getHigh() {
      return high;
    }
  }

  class Hushed {
    public int number;
    @JsonIgnore private transient String secret;

    public String getSecret() {
      return secret;
    }

    public void setSecret(String secret) {
      this.secret = secret;
    }
  }

  class Hinted {
    private final int number;
    private String hint;

    @JsonCreator
    public Hinted(@JsonProperty("number") int number) {
      this.number = number;
    }

    public int getNumber() {
      return number;
    }

    public String getHint() {
      return hint;
    }

    @JsonIgnore
    public void setHint(String hint) {
      this.hint = hint;
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Dog.class, name = "dog"),
    @JsonSubTypes.Type(value = Cat.class, name = "cat"),
    @JsonSubTypes.Type(Fish.class),
    @JsonSubTypes.Type(Bird.class)
  })
  interface Animal {}

  record Dog(String name, List<Animal> friends) implements Animal {}

  record Cat(int lives) implements Animal {}

  record Fish(double depth) implements Animal {}

  @JsonTypeName("a bird")
  class Bird implements Animal {
    private String song;

    public String getSong() {
      return song;
    }

    public void setSong(String song) {
      this.song = song;
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME)
  @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class)})
  sealed interface Shape {
    default double getArea() {
      return 1;
    }
  }

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {
    @Override
    public double getArea() {
      return side * side;
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Good.class, name = "good"),
    @JsonSubTypes.Type(value = Bad.class, name = "bad")
  })
  sealed interface Outcome<T> {}

  record Good<T>(T value) implements Outcome<T> {}

  record Bad<T>(String reason, Optional<T> partly) implements Outcome<T> {}

  record Ordered(int low, int high) {
    public Ordered {
      if (low > high) {
        throw new IllegalArgumentException(low + " is above " + high);
      }
    }
  }

  Bean bean(Bean value);

  Absolute absolute(Absolute value);

  Child child(Child value);

  Box<Box<Integer>> boxes(Box<Box<Integer>> value);

  Point point(Point value);

  Range range(Range value);

  Hushed hushed(Hushed value);

  Hinted hinted(Hinted value);

  Animal animal(Animal value);

  Dog dog(Dog value);

  Map<UUID, List<Shape>> shapes(Map<UUID, List<Shape>> value);

  Outcome<Range> outcome(Outcome<Range> value);

  Ordered[] ordered(Ordered[] value);
}
