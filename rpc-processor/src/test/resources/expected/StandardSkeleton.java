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
 * Serves a {@link Standard} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StandardSkeleton implements ServiceSkeleton {
  private final Standard implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public StandardSkeleton(Standard implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return StandardMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "times" -> {
        var params = StandardMarshaller.readTimesParams(in);
        yield responder ->
            responder.succeed(
                implementation.times(params.value()),
                StandardMarshaller::writeTimesResult);
      }
      case "values" -> {
        var params = StandardMarshaller.readValuesParams(in);
        yield responder ->
            responder.succeed(
                implementation.values(params.value()),
                StandardMarshaller::writeValuesResult);
      }
      case "collections" -> {
        var params = StandardMarshaller.readCollectionsParams(in);
        yield responder ->
            responder.succeed(
                implementation.collections(params.value()),
                StandardMarshaller::writeCollectionsResult);
      }
      case "maps" -> {
        var params = StandardMarshaller.readMapsParams(in);
        yield responder ->
            responder.succeed(
                implementation.maps(params.value()),
                StandardMarshaller::writeMapsResult);
      }
      case "direct" -> {
        var params = StandardMarshaller.readDirectParams(in);
        yield responder ->
            responder.succeed(
                implementation.direct(params.at(), params.maybe(), params.map()),
                StandardMarshaller::writeDirectResult);
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
