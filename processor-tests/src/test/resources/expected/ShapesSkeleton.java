package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.util.Map;
import javax.annotation.processing.Generated;

/**
 * Serves a {@link Shapes} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ShapesSkeleton implements ServiceSkeleton {
  private final Shapes implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public ShapesSkeleton(Shapes implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return ShapesMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "shape" -> ShapesMarshaller.readShapeParams(in, this);
      case "circle" -> ShapesMarshaller.readCircleParams(in, this);
      case "outcome" -> ShapesMarshaller.readOutcomeParams(in, this);
      case "animal" -> ShapesMarshaller.readAnimalParams(in, this);
      case "range" -> ShapesMarshaller.readRangeParams(in, this);
      case "annotated" -> ShapesMarshaller.readAnnotatedParams(in, this);
      case "bean" -> ShapesMarshaller.readBeanParams(in, this);
      case "point" -> ShapesMarshaller.readPointParams(in, this);
      case "strict" -> ShapesMarshaller.readStrictParams(in, this);
      case "marked" -> ShapesMarshaller.readMarkedParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callShape(Shapes.Shape value) {
    return responder ->
        ShapesMarshaller.SHAPE_RESULT.succeed(responder, implementation.shape(value));
  }

  Invocation callCircle(Shapes.Circle value) {
    return responder ->
        ShapesMarshaller.CIRCLE_RESULT.succeed(responder, implementation.circle(value));
  }

  Invocation callOutcome(Shapes.Outcome<Integer> value) {
    return responder ->
        ShapesMarshaller.OUTCOME_OF_INTEGER_RESULT.succeed(responder,
            implementation.outcome(value));
  }

  Invocation callAnimal(Shapes.Animal value) {
    return responder ->
        ShapesMarshaller.ANIMAL_RESULT.succeed(responder, implementation.animal(value));
  }

  Invocation callRange(Shapes.Range value) {
    return responder ->
        ShapesMarshaller.RANGE_RESULT.succeed(responder, implementation.range(value));
  }

  Invocation callAnnotated(Shapes.Annotated value) {
    return responder ->
        ShapesMarshaller.ANNOTATED_RESULT.succeed(responder, implementation.annotated(value));
  }

  Invocation callBean(Shapes.Bean value) {
    return responder ->
        ShapesMarshaller.BEAN_RESULT.succeed(responder, implementation.bean(value));
  }

  Invocation callPoint(Shapes.Point value) {
    return responder ->
        ShapesMarshaller.POINT_RESULT.succeed(responder, implementation.point(value));
  }

  Invocation callStrict(Shapes.Strict value) {
    return responder ->
        ShapesMarshaller.STRICT_RESULT.succeed(responder, implementation.strict(value));
  }

  Invocation callMarked(String a, Integer b, Map<Shapes.Level, Shapes.Shape> c) {
    return responder ->
        ShapesMarshaller.STRING_RESULT.succeed(responder, implementation.marked(a, b, c));
  }
}
