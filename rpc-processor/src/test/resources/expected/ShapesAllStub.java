package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
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
    return ClientCalls.all(
        channel,
        ShapesMarshaller.SHAPE,
        out -> ShapesMarshaller.writeShapeParams(out, value),
        options);
  }

  public Replies<Shapes.Circle> circle(Shapes.Circle value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.CIRCLE,
        out -> ShapesMarshaller.writeCircleParams(out, value),
        options);
  }

  public Replies<Shapes.Outcome<Integer>> outcome(Shapes.Outcome<Integer> value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.OUTCOME,
        out -> ShapesMarshaller.writeOutcomeParams(out, value),
        options);
  }

  public Replies<Shapes.Animal> animal(Shapes.Animal value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.ANIMAL,
        out -> ShapesMarshaller.writeAnimalParams(out, value),
        options);
  }

  public Replies<Shapes.Range> range(Shapes.Range value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.RANGE,
        out -> ShapesMarshaller.writeRangeParams(out, value),
        options);
  }

  public Replies<Shapes.Annotated> annotated(Shapes.Annotated value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.ANNOTATED,
        out -> ShapesMarshaller.writeAnnotatedParams(out, value),
        options);
  }

  public Replies<Shapes.Bean> bean(Shapes.Bean value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.BEAN,
        out -> ShapesMarshaller.writeBeanParams(out, value),
        options);
  }

  public Replies<Shapes.Point> point(Shapes.Point value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.POINT,
        out -> ShapesMarshaller.writePointParams(out, value),
        options);
  }

  public Replies<Shapes.Strict> strict(Shapes.Strict value) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.STRICT,
        out -> ShapesMarshaller.writeStrictParams(out, value),
        options);
  }

  public Replies<String> marked(String a, Integer b, Map<Shapes.Level, Shapes.Shape> c) {
    return ClientCalls.all(
        channel,
        ShapesMarshaller.MARKED,
        out -> ShapesMarshaller.writeMarkedParams(out, a, b, c),
        options);
  }
}
