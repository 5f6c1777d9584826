package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Shapes}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ShapesAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ShapesAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ShapesAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ShapesAllStub withTimeout(Duration timeout) {
    return new ShapesAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ShapesAllStub withHeader(String name, String value) {
    return new ShapesAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Shapes.Shape> shape(Shapes.Shape value) {
    return ShapesMarshaller.SHAPE.all(
        channel, ShapesMarshaller.paramsOfShape(value), options);
  }

  public Replies<Shapes.Circle> circle(Shapes.Circle value) {
    return ShapesMarshaller.CIRCLE.all(
        channel, ShapesMarshaller.paramsOfCircle(value), options);
  }

  public Replies<Shapes.Outcome<Integer>> outcome(Shapes.Outcome<Integer> value) {
    return ShapesMarshaller.OUTCOME.all(
        channel, ShapesMarshaller.paramsOfOutcome(value), options);
  }

  public Replies<Shapes.Animal> animal(Shapes.Animal value) {
    return ShapesMarshaller.ANIMAL.all(
        channel, ShapesMarshaller.paramsOfAnimal(value), options);
  }

  public Replies<Shapes.Range> range(Shapes.Range value) {
    return ShapesMarshaller.RANGE.all(
        channel, ShapesMarshaller.paramsOfRange(value), options);
  }

  public Replies<Shapes.Annotated> annotated(Shapes.Annotated value) {
    return ShapesMarshaller.ANNOTATED.all(
        channel, ShapesMarshaller.paramsOfAnnotated(value), options);
  }

  public Replies<Shapes.Bean> bean(Shapes.Bean value) {
    return ShapesMarshaller.BEAN.all(
        channel, ShapesMarshaller.paramsOfBean(value), options);
  }

  public Replies<Shapes.Point> point(Shapes.Point value) {
    return ShapesMarshaller.POINT.all(
        channel, ShapesMarshaller.paramsOfPoint(value), options);
  }

  public Replies<Shapes.Strict> strict(Shapes.Strict value) {
    return ShapesMarshaller.STRICT.all(
        channel, ShapesMarshaller.paramsOfStrict(value), options);
  }

  public Replies<String> marked(String a, Integer b,
      Map<Shapes.Level, Shapes.Shape> c) {
    return ShapesMarshaller.MARKED.all(
        channel, ShapesMarshaller.paramsOfMarked(a, b, c), options);
  }
}
