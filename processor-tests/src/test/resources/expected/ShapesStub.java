package good;

import io.callbox.rpc.CallOptions;
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
    return ShapesMarshaller.SHAPE.await(
        channel, ShapesMarshaller.paramsOfShape(value), options);
  }

  @Override
  public Shapes.Circle circle(Shapes.Circle value) {
    return ShapesMarshaller.CIRCLE.await(
        channel, ShapesMarshaller.paramsOfCircle(value), options);
  }

  @Override
  public Shapes.Outcome<Integer> outcome(Shapes.Outcome<Integer> value) {
    return ShapesMarshaller.OUTCOME.await(
        channel, ShapesMarshaller.paramsOfOutcome(value), options);
  }

  @Override
  public Shapes.Animal animal(Shapes.Animal value) {
    return ShapesMarshaller.ANIMAL.await(
        channel, ShapesMarshaller.paramsOfAnimal(value), options);
  }

  @Override
  public Shapes.Range range(Shapes.Range value) {
    return ShapesMarshaller.RANGE.await(
        channel, ShapesMarshaller.paramsOfRange(value), options);
  }

  @Override
  public Shapes.Annotated annotated(Shapes.Annotated value) {
    return ShapesMarshaller.ANNOTATED.await(
        channel, ShapesMarshaller.paramsOfAnnotated(value), options);
  }

  @Override
  public Shapes.Bean bean(Shapes.Bean value) {
    return ShapesMarshaller.BEAN.await(
        channel, ShapesMarshaller.paramsOfBean(value), options);
  }

  @Override
  public Shapes.Point point(Shapes.Point value) {
    return ShapesMarshaller.POINT.await(
        channel, ShapesMarshaller.paramsOfPoint(value), options);
  }

  @Override
  public Shapes.Strict strict(Shapes.Strict value) {
    return ShapesMarshaller.STRICT.await(
        channel, ShapesMarshaller.paramsOfStrict(value), options);
  }

  @Override
  public String marked(String a, Integer b, Map<Shapes.Level, Shapes.Shape> c) {
    return ShapesMarshaller.MARKED.await(
        channel, ShapesMarshaller.paramsOfMarked(a, b, c), options);
  }
}
