package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ClientCalls;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Shapes} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ShapesStub implements Shapes {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public ShapesStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private ShapesStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public ShapesStub withTimeout(Duration timeout) {
    return new ShapesStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public ShapesStub withHeader(String name, String value) {
    return new ShapesStub(channel, options.withHeader(name, value));
  }

  @Override
  public Shapes.Shape shape(Shapes.Shape value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.SHAPE,
        out -> ShapesMarshaller.writeShapeParams(out, value),
        options);
  }

  @Override
  public Shapes.Circle circle(Shapes.Circle value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.CIRCLE,
        out -> ShapesMarshaller.writeCircleParams(out, value),
        options);
  }

  @Override
  public Shapes.Outcome<Integer> outcome(Shapes.Outcome<Integer> value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.OUTCOME,
        out -> ShapesMarshaller.writeOutcomeParams(out, value),
        options);
  }

  @Override
  public Shapes.Animal animal(Shapes.Animal value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.ANIMAL,
        out -> ShapesMarshaller.writeAnimalParams(out, value),
        options);
  }

  @Override
  public Shapes.Range range(Shapes.Range value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.RANGE,
        out -> ShapesMarshaller.writeRangeParams(out, value),
        options);
  }

  @Override
  public Shapes.Annotated annotated(Shapes.Annotated value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.ANNOTATED,
        out -> ShapesMarshaller.writeAnnotatedParams(out, value),
        options);
  }

  @Override
  public Shapes.Bean bean(Shapes.Bean value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.BEAN,
        out -> ShapesMarshaller.writeBeanParams(out, value),
        options);
  }

  @Override
  public Shapes.Point point(Shapes.Point value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.POINT,
        out -> ShapesMarshaller.writePointParams(out, value),
        options);
  }

  @Override
  public Shapes.Strict strict(Shapes.Strict value) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.STRICT,
        out -> ShapesMarshaller.writeStrictParams(out, value),
        options);
  }

  @Override
  public String marked(String a, Integer b, Map<Shapes.Level, Shapes.Shape> c) {
    return ClientCalls.await(
        channel,
        ShapesMarshaller.MARKED,
        out -> ShapesMarshaller.writeMarkedParams(out, a, b, c),
        options);
  }
}
