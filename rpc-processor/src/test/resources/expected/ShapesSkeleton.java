package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
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
      case "shape" -> {
        var params = ShapesMarshaller.readShapeParams(in);
        yield responder ->
            responder.succeed(
                implementation.shape(params.value()),
                ShapesMarshaller::writeShapeResult);
      }
      case "circle" -> {
        var params = ShapesMarshaller.readCircleParams(in);
        yield responder ->
            responder.succeed(
                implementation.circle(params.value()),
                ShapesMarshaller::writeCircleResult);
      }
      case "outcome" -> {
        var params = ShapesMarshaller.readOutcomeParams(in);
        yield responder ->
            responder.succeed(
                implementation.outcome(params.value()),
                ShapesMarshaller::writeOutcomeResult);
      }
      case "animal" -> {
        var params = ShapesMarshaller.readAnimalParams(in);
        yield responder ->
            responder.succeed(
                implementation.animal(params.value()),
                ShapesMarshaller::writeAnimalResult);
      }
      case "range" -> {
        var params = ShapesMarshaller.readRangeParams(in);
        yield responder ->
            responder.succeed(
                implementation.range(params.value()),
                ShapesMarshaller::writeRangeResult);
      }
      case "annotated" -> {
        var params = ShapesMarshaller.readAnnotatedParams(in);
        yield responder ->
            responder.succeed(
                implementation.annotated(params.value()),
                ShapesMarshaller::writeAnnotatedResult);
      }
      case "bean" -> {
        var params = ShapesMarshaller.readBeanParams(in);
        yield responder ->
            responder.succeed(
                implementation.bean(params.value()),
                ShapesMarshaller::writeBeanResult);
      }
      case "point" -> {
        var params = ShapesMarshaller.readPointParams(in);
        yield responder ->
            responder.succeed(
                implementation.point(params.value()),
                ShapesMarshaller::writePointResult);
      }
      case "strict" -> {
        var params = ShapesMarshaller.readStrictParams(in);
        yield responder ->
            responder.succeed(
                implementation.strict(params.value()),
                ShapesMarshaller::writeStrictResult);
      }
      case "marked" -> {
        var params = ShapesMarshaller.readMarkedParams(in);
        yield responder ->
            responder.succeed(
                implementation.marked(params.a(), params.b(), params.c()),
                ShapesMarshaller::writeMarkedResult);
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
