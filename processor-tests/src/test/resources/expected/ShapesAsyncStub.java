package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Shapes} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ShapesAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ShapesAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ShapesAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ShapesAsyncStub withTimeout(Duration timeout) {
    return new ShapesAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ShapesAsyncStub withHeader(String name, String value) {
    return new ShapesAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Shapes.Shape> shape(Shapes.Shape value) {
    return ShapesMarshaller.SHAPE.future(
        channel, ShapesMarshaller.paramsOfShape(value), options);
  }

  public CompletableFuture<Shapes.Circle> circle(Shapes.Circle value) {
    return ShapesMarshaller.CIRCLE.future(
        channel, ShapesMarshaller.paramsOfCircle(value), options);
  }

  public CompletableFuture<Shapes.Outcome<Integer>> outcome(
      Shapes.Outcome<Integer> value) {
    return ShapesMarshaller.OUTCOME.future(
        channel, ShapesMarshaller.paramsOfOutcome(value), options);
  }

  public CompletableFuture<Shapes.Animal> animal(Shapes.Animal value) {
    return ShapesMarshaller.ANIMAL.future(
        channel, ShapesMarshaller.paramsOfAnimal(value), options);
  }

  public CompletableFuture<Shapes.Range> range(Shapes.Range value) {
    return ShapesMarshaller.RANGE.future(
        channel, ShapesMarshaller.paramsOfRange(value), options);
  }

  public CompletableFuture<Shapes.Annotated> annotated(Shapes.Annotated value) {
    return ShapesMarshaller.ANNOTATED.future(
        channel, ShapesMarshaller.paramsOfAnnotated(value), options);
  }

  public CompletableFuture<Shapes.Bean> bean(Shapes.Bean value) {
    return ShapesMarshaller.BEAN.future(
        channel, ShapesMarshaller.paramsOfBean(value), options);
  }

  public CompletableFuture<Shapes.Point> point(Shapes.Point value) {
    return ShapesMarshaller.POINT.future(
        channel, ShapesMarshaller.paramsOfPoint(value), options);
  }

  public CompletableFuture<Shapes.Strict> strict(Shapes.Strict value) {
    return ShapesMarshaller.STRICT.future(
        channel, ShapesMarshaller.paramsOfStrict(value), options);
  }

  public CompletableFuture<String> marked(String a, Integer b,
      Map<Shapes.Level, Shapes.Shape> c) {
    return ShapesMarshaller.MARKED.future(
        channel, ShapesMarshaller.paramsOfMarked(a, b, c), options);
  }
}
