package parity;

import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.databind.JsonNode;
import io.callbox.annotation.RemoteService;
import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;

/** Shapes that one meets now and then. */
@RemoteService
public interface Odd {

  record Empty() {}

  record Flags(boolean isOpen, Boolean isShut, boolean open, int getSize, String url, String aName, String URL) {}

  record Accessed(int a, String b) {
    @JsonProperty("bee")
    @Override
    public String b() {
      return b;
    }
  }

  record Changed(List<String> list) {
    @Override
    public List<String> list() {
      return list == null ? List.of() : list;
    }
  }

  record Deep(
      Map<String, Optional<Integer>> maybes,
      Map<String, int[]> arrays,
      List<Map<Long, List<Set<String>>>> nested,
      Optional<JsonNode> tree,
      Optional<List<Optional<String>>> optionals,
      Optional<byte[]> bytes,
      List<byte[]> blobs,
      Map<String, Map<Integer, Empty>> empties,
      List<Character> letters,
      Set<Double> doubles,
      SortedMap<UUID, BigDecimal> sorted,
      float[][] floats,
      OptionalInt[] ints) {}

  abstract class Vehicle {
    public String plate;
    private int wheels;

    public int getWheels() {
      return wheels;
    }

    public void setWheels(int wheels) {
      this.wheels = wheels;
    }
  }

  class Car extends Vehicle {
    private String brand;

    public String getBrand() {
      return brand;
    }

    public void setBrand(String brand) {
      this.brand = brand;
    }
  }

  class Keyed<K, V> {
    private K key;
    private V value;

    public K getKey() {
      return key;
    }

    public void setKey(K key) {
      this.key = key;
    }

    public V getValue() {
      return value;
    }

    public void setValue(V value) {
      this.value = value;
    }
  }

  class Dated<T extends Comparable<T>> extends Keyed<LocalDate, List<T>> {
    private T extra;

    public T getExtra() {
      return extra;
    }

    public void setExtra(T extra) {
      this.extra = extra;
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  class Sparse {
    private String text;
    private List<String> list = new ArrayList<>(List.of("unset"));
    private Sparse inner;
    private Optional<Integer> maybe = Optional.empty();
    private long number;
    private Long boxed;

    public String getText() {
      return text;
    }

    public void setText(String text) {
      this.text = text;
    }

    public List<String> getList() {
      return list;
    }

    public void setList(List<String> list) {
      this.list = list;
    }

    public Sparse getInner() {
      return inner;
    }

    public void setInner(Sparse inner) {
      this.inner = inner;
    }

    public Optional<Integer> getMaybe() {
      return maybe;
    }

    public void setMaybe(Optional<Integer> maybe) {
      this.maybe = maybe;
    }

    public long getNumber() {
      return number;
    }

    public void setNumber(long number) {
      this.number = number;
    }

    public Long getBoxed() {
      return boxed;
    }

    public void setBoxed(Long boxed) {
      this.boxed = boxed;
    }
  }

  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Sparser(
      Instant at,
      Locale locale,
      URI uri,
      UUID id,
      BigDecimal decimal,
      Duration lasts,
      byte[] bytes,
      Optional<String> text,
      Optional<List<String>> list,
      Empty empty,
      Tags tags,
      Collection<Integer> numbers) {}

  record Tags(@JsonValue List<String> all) {}

  record Holder(@JsonValue Map<String, Deep> all) {}

  record Rated(@JsonValue int stars) {}

  final class Code {
    private final String text;

    public Code(String text) {
      this.text = text;
    }

    @JsonValue
    public String getText() {
      return text;
    }
  }

  record Marked(int low, int high) {
    @JsonCreator
    public Marked(@JsonProperty("from") int low, @JsonProperty("to") int high) {
      this.low = low;
      this.high = high;
    }
  }

  record Partly(String kept, int lost) {
    @JsonCreator
    public static Partly of(@JsonProperty("kept") String kept) {
      return new Partly(kept, 3);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "t")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Leaf.class, name = "leaf"),
    @JsonSubTypes.Type(value = Node.class, name = "node"),
    @JsonSubTypes.Type(value = Bush.class, name = "bush")
  })
  abstract class Tree {
    public static final int OLDEST = 4000;
  }

  class Leaf extends Tree {
    public int age;
    public String colour;
  }

  class Node extends Tree {
    public Tree left;
    public Tree right;
  }

  final class Bush extends Tree {
    public final int height;
    private final List<Tree> all;

    @JsonCreator
    public Bush(@JsonProperty("height") int height, @JsonProperty("all") List<Tree> all) {
      this.height = height;
      this.all = all;
    }

    public List<Tree> getAll() {
      return all;
    }
  }

  interface Sided {
    int sides();

    default String getKind() {
      return "shape";
    }
  }

  record Triangle(int sides) implements Sided {}

  enum Level implements Sided {
    ONE,
    @JsonProperty("2")
    TWO;

    @Override
    public int sides() {
      return 1;
    }
  }

  Empty empty(Empty value);

  Flags flags(Flags value);

  Accessed accessed(Accessed value);

  Changed changed(Changed value);

  Deep deep(Deep value);

  Car car(Car value);

  Keyed<Level, Map<Level, Triangle>> keyed(Keyed<Level, Map<Level, Triangle>> value);

  Dated<String> dated(Dated<String> value);

  Sparse sparse(Sparse value);

  Sparser sparser(Sparser value);

  Holder holder(Holder value);


  List<Code> codes(List<Code> value);

  List<Rated> ratings(List<Rated> value);

  Marked marked(Marked value);

  Partly partly(Partly value);

  Tree tree(Tree value);

  Node node(Node value);

  Triangle triangle(Triangle value);

  OptionalLong maybe(OptionalLong value);

  Optional<Optional<String>> twice(Optional<Optional<String>> value);

}
