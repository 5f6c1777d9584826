package good;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.callbox.json.JsonMismatchException;
import io.callbox.processor.LoopbackChannel;
import io.callbox.rpc.MethodDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

public final class ShapesRun implements Callable<Void>, Shapes {

  private final LoopbackChannel channel = new LoopbackChannel(new ShapesSkeleton(this));
  private final Shapes stub = new ShapesStub(channel);

  @Override
  public Void call() throws Exception {
    subtypes();
    refusals();
    annotations();
    classes();
    nulls();
    return null;
  }

  private void subtypes() throws Exception {
    Group group = new Group(List.of(new Circle(1), new Group(List.of(new Square(2)))));
    assertEquals(group, stub.shape(group));
    assertEquals(
        "{\"@type\":\"Group\",\"shapes\":[{\"@type\":\"Circle\",\"radius\":1.0},"
            + "{\"@type\":\"Group\",\"shapes\":[{\"@type\":\"Square\",\"side\":2.0}]}]}",
        channel.answer());
    assertEquals(new Circle(1), stub.circle(new Circle(1)));
    assertEquals(new Good<>(1), stub.outcome(new Good<>(1)));
    assertEquals(
        new Bad<>("no", Optional.of(3)), stub.outcome(new Bad<>("no", Optional.of(3))));
    assertEquals(new Cat(9), stub.animal(new Cat(9)));
    assertEquals("{\"kind\":\"cat\",\"lives\":9}", channel.answer());
    assertNull(stub.animal(null));
    assertEquals(
        new Square(2), call(ShapesMarshaller.SHAPE, "[{\"side\":2,\"@type\":\"Square\"}]"));
    refused(
        "value.@type must be one of Circle, Square, Group, got \"Line\"",
        ShapesMarshaller.SHAPE,
        "[{\"@type\":\"Line\"}]");
  }

  private void refusals() {
    assertEquals(new Range(1, 2), stub.range(new Range(1, 2)));
    refused("value is no Range: 2 is above 1", ShapesMarshaller.RANGE, "[{\"low\":2,\"high\":1}]");
  }

  private void annotations() throws Exception {
    Annotated sent =
        new Annotated(1, "secret", "", List.of(), Optional.empty(), new int[0], Level.LOW);
    Annotated got = stub.annotated(sent);
    assertEquals("{\"id\":1,\"maybe\":null,\"level\":\"low\"}", channel.answer());
    assertNull(got.secret());
    assertEquals(Level.LOW, got.level());
    got = (Annotated) call(ShapesMarshaller.ANNOTATED, "[{\"key\":5,\"level\":\"what\",\"secret\":\"x\"}]");
    assertEquals(5, got.number());
    assertEquals(Level.UNKNOWN, got.level());
    assertNull(got.secret());
    refused("value.id is missing", ShapesMarshaller.ANNOTATED, "[{}]");
  }

  private void classes() throws Exception {
    Bean inner = new Bean();
    inner.setCount(3);
    Bean sent = new Bean();
    sent.open = "yes";
    sent.setBeans(List.of(inner));
    Bean got = stub.bean(sent);
    assertEquals(
        "{\"open\":\"yes\",\"count\":7,"
            + "\"beans\":[{\"open\":\"unset\",\"count\":3,\"beans\":null,\"empty\":true}],"
            + "\"empty\":false}",
        channel.answer());
    assertEquals("yes", got.open);
    assertEquals(3, got.getBeans().get(0).getCount());
    assertEquals(7, ((Bean) call(ShapesMarshaller.BEAN, "[{\"empty\":true}]")).getCount());
    Point point = stub.point(new Point(1, 2));
    assertEquals("{\"x\":1,\"y\":2}", channel.answer());
    assertEquals(1, point.getX());
    assertEquals(2, point.y());
  }

  private void nulls() {
    Strict strict = new Strict("a", null, List.of());
    assertEquals(strict, stub.strict(strict));
    assertNull(stub.strict(null));
    refused("value.name is missing", ShapesMarshaller.STRICT, "[{\"tags\":[]}]");
    refused(
        "value.name must be a string, got null",
        ShapesMarshaller.STRICT,
        "[{\"name\":null,\"tags\":[]}]");
    assertThrows(NullPointerException.class, () -> stub.strict(new Strict("a", null, null)));
    assertEquals("x", stub.marked("x", null, Map.of(Level.LOW, new Circle(1))));
    assertThrows(NullPointerException.class, () -> stub.marked(null, 1, Map.of()));
    assertThrows(NullPointerException.class, () -> stub.marked("null", 1, Map.of()));
    refused("a is missing", ShapesMarshaller.MARKED, "{\"c\":{}}");
  }

  private Object call(MethodDescriptor<?> method, String params) throws Exception {
    try {
      return channel.call(method, params);
    } catch (Exception failure) {
      throw failure;
    } catch (Throwable error) {
      throw new AssertionError(error);
    }
  }

  private void refused(String message, MethodDescriptor<?> method, String params) {
    var refusal = assertThrows(JsonMismatchException.class, () -> call(method, params));
    assertEquals(message, refusal.getMessage());
  }

  @Override
  public Shape shape(Shape value) {
    return value;
  }

  @Override
  public Circle circle(Circle value) {
    return value;
  }

  @Override
  public Outcome<Integer> outcome(Outcome<Integer> value) {
    return value;
  }

  @Override
  public Animal animal(Animal value) {
    return value;
  }

  @Override
  public Range range(Range value) {
    return value;
  }

  @Override
  public Annotated annotated(Annotated value) {
    return value;
  }

  @Override
  public Bean bean(Bean value) {
    return value;
  }

  @Override
  public Point point(Point value) {
    return value;
  }

  @Override
  public Strict strict(Strict value) {
    return value;
  }

  @Override
  public String marked(String a, Integer b, Map<Level, Shape> c) {
    return a.equals("null") ? null : a;
  }
}
