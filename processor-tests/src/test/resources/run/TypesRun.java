package good;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.json.JsonMismatchException;
import io.callbox.processor.LoopbackChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

public final class TypesRun implements Callable<Void>, Types {

  private final LoopbackChannel channel = new LoopbackChannel(new TypesSkeleton(this));
  private final Types stub = new TypesStub(channel);

  @Override
  public Void call() throws Exception {
    scalars();
    arrays();
    collections();
    nested();
    optionals();
    direct();
    missing();
    return null;
  }

  private void scalars() {
    Primitives primitives =
        new Primitives(true, (byte) -128, (short) 32767, -1, Long.MIN_VALUE, 'é', 1.5f, 1e300);
    assertEquals(primitives, stub.primitives(primitives));
    assertEquals(
        "{\"value\":{\"bool\":true,\"b\":-128,\"s\":32767,\"i\":-1,\"l\":-9223372036854775808,"
            + "\"c\":\"é\",\"f\":1.5,\"d\":1.0E300}}",
        channel.params());
    Boxes boxes = new Boxes(false, (byte) 1, (short) 2, 3, 4L, 'c', 5f, Double.NaN);
    assertEquals(boxes, stub.boxes(boxes));
    Boxes none = new Boxes(null, null, null, null, null, null, null, null);
    assertEquals(none, stub.boxes(none));
    assertNull(stub.boxes(null));
  }

  private void arrays() {
    @SuppressWarnings({"rawtypes", "unchecked"})
    List<String>[] lists = (List<String>[]) new List[] {List.of("a"), null, List.of()};
    @SuppressWarnings({"rawtypes", "unchecked"})
    Pair<String, Integer>[][] pairs =
        (Pair<String, Integer>[][]) new Pair[][] {{new Pair<>("x", 1), null}, {}, null};
    Arrays sent =
        new Arrays(
            new boolean[] {true, false},
            new byte[] {0, -1, 127},
            new short[] {1},
            new int[] {},
            new long[] {1L << 60},
            new char[] {'a', '"'},
            new float[] {0.1f},
            new double[] {0.1, Double.NEGATIVE_INFINITY},
            new String[] {"a", null, ""},
            new int[][] {{1}, {}, null},
            new byte[][] {{1, 2}, null},
            new Colour[] {Colour.RED, null, Colour.GREEN},
            lists,
            pairs);
    Arrays got = stub.arrays(sent);
    assertArrayEquals(sent.bools(), got.bools());
    assertArrayEquals(sent.bytes(), got.bytes());
    assertArrayEquals(sent.shorts(), got.shorts());
    assertArrayEquals(sent.ints(), got.ints());
    assertArrayEquals(sent.longs(), got.longs());
    assertArrayEquals(sent.chars(), got.chars());
    assertArrayEquals(sent.floats(), got.floats());
    assertArrayEquals(sent.doubles(), got.doubles());
    assertArrayEquals(sent.strings(), got.strings());
    assertArrayEquals(sent.grid(), got.grid());
    assertArrayEquals(sent.blobs(), got.blobs());
    assertArrayEquals(sent.colours(), got.colours());
    assertArrayEquals(sent.lists(), got.lists());
    assertArrayEquals(sent.pairs(), got.pairs());
  }

  private void collections() {
    List<String> withNull = new ArrayList<>(List.of("a"));
    withNull.add(null);
    Collections sent =
        new Collections(
            withNull,
            List.of(List.of(Colour.RED), List.of()),
            Set.of(1, 2, 3),
            Map.of("grass", Colour.GREEN),
            Map.of(),
            Optional.of("x"),
            List.of(Optional.of(1), Optional.empty()),
            Optional.of(List.of(true)));
    assertEquals(sent, stub.collections(sent));
    Collections empty =
        new Collections(null, null, null, null, null, Optional.empty(), null, Optional.empty());
    assertEquals(empty, stub.collections(empty));
  }

  private void nested() {
    Tree leaf = new Tree("leaf", List.of(), null);
    Tree root = new Tree("root", List.of(leaf, leaf), new Tree("up", null, null));
    assertEquals(root, stub.tree(root));
    assertEquals(
        new Pair<>("RED", new Pair<>(7, List.of())),
        stub.pairs(new Pair<>(Colour.RED, new Pair<>(7L, new Empty()))));
  }

  private void optionals() {
    assertEquals(Optional.of(Colour.GREEN), stub.colour(Optional.of(Colour.GREEN)));
    assertEquals(Optional.empty(), stub.colour(Optional.empty()));
    assertEquals("null", channel.answer());
  }

  private void direct() {
    assertArrayEquals(new byte[] {1, 2}, stub.bytes(new byte[] {1, 2}));
    assertEquals("{\"value\":\"AQI=\"}", channel.params());
    assertArrayEquals(new int[][] {{1, 2}, {}}, stub.grid(new int[][] {{1, 2}, {}}));
    assertEquals(
        Map.of("a", Set.of(Colour.RED)), stub.map(Map.of("a", Set.of(Colour.RED))));
    assertEquals("x null true", stub.text("x", null, true));
    assertEquals("null 1 false", stub.text(null, 1, false));
    assertEquals(6, stub.varargs("a", 1, 2, 3));
    assertEquals(false, stub.negate(true));
    assertEquals('b', stub.next('a'));
    assertNull(stub.lists(null));
  }

  private void missing() throws Exception {
    assertEquals(
        new Collections(null, null, null, null, null, Optional.empty(), null, Optional.empty()),
        call("{\"value\":{}}"));
    assertEquals(null, call("{}"));
    refused("value.byName.x must be one of RED, GREEN, got \"BLUE\"", "{\"value\":{\"byName\":{\"x\":\"BLUE\"}}}");
    refused("value.strings[1] must be a string, got 1", "[{\"strings\":[\"a\",1]}]");
    refused("value must be an object, got an array", "[[]]");
  }

  private Object call(String params) throws Exception {
    try {
      return channel.call(TypesMarshaller.COLLECTIONS, params);
    } catch (Exception failure) {
      throw failure;
    } catch (Throwable error) {
      throw new AssertionError(error);
    }
  }

  private void refused(String message, String params) {
    var refusal = assertThrows(JsonMismatchException.class, () -> call(params));
    assertEquals(message, refusal.getMessage());
  }

  @Override
  public Primitives primitives(Primitives value) {
    return value;
  }

  @Override
  public Boxes boxes(Boxes value) {
    return value;
  }

  @Override
  public Arrays arrays(Arrays value) {
    return value;
  }

  @Override
  public Collections collections(Collections value) {
    return value;
  }

  @Override
  public Pair<String, Pair<Integer, List<Tree>>> pairs(Pair<Colour, Pair<Long, Empty>> value) {
    return new Pair<>(
        value.first().name(), new Pair<>(value.second().first().intValue(), List.of()));
  }

  @Override
  public Tree tree(Tree value) {
    return value;
  }

  @Override
  public Optional<Colour> colour(Optional<Colour> value) {
    return value;
  }

  @Override
  public byte[] bytes(byte[] value) {
    return value;
  }

  @Override
  public int[][] grid(int[][] value) {
    return value;
  }

  @Override
  public List<String>[] lists(List<String>[] value) {
    return value;
  }

  @Override
  public Map<String, Set<Colour>> map(Map<String, Set<Colour>> value) {
    return value;
  }

  @Override
  public String text(String value, Integer boxed, boolean flag) {
    return value + " " + boxed + " " + flag;
  }

  @Override
  public int varargs(String first, int... rest) {
    int sum = 0;
    for (int each : rest) {
      sum += each;
    }
    return sum;
  }

  @Override
  public boolean negate(boolean value) {
    return !value;
  }

  @Override
  public char next(char value) {
    return (char) (value + 1);
  }
}
