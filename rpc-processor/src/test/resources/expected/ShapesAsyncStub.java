package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.future(
        channel,
        ShapesMarshaller.SHAPE,
        out -> ShapesMarshaller.writeShapeParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Circle> circle(Shapes.Circle value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.CIRCLE,
        out -> ShapesMarshaller.writeCircleParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Outcome<Integer>> outcome(Shapes.Outcome<Integer> value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.OUTCOME,
        out -> ShapesMarshaller.writeOutcomeParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Animal> animal(Shapes.Animal value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.ANIMAL,
        out -> ShapesMarshaller.writeAnimalParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Range> range(Shapes.Range value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.RANGE,
        out -> ShapesMarshaller.writeRangeParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Annotated> annotated(Shapes.Annotated value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.ANNOTATED,
        out -> ShapesMarshaller.writeAnnotatedParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Bean> bean(Shapes.Bean value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.BEAN,
        out -> ShapesMarshaller.writeBeanParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Point> point(Shapes.Point value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.POINT,
        out -> ShapesMarshaller.writePointParams(out, value),
        options);
  }

  public CompletableFuture<Shapes.Strict> strict(Shapes.Strict value) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.STRICT,
        out -> ShapesMarshaller.writeStrictParams(out, value),
        options);
  }

  public CompletableFuture<String> marked(String a, Integer b, Map<Shapes.Level, Shapes.Shape> c) {
    return ClientCalls.future(
        channel,
        ShapesMarshaller.MARKED,
        out -> ShapesMarshaller.writeMarkedParams(out, a, b, c),
        options);
  }
}
