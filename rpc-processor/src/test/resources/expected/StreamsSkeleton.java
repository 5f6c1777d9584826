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
 * Serves a {@link Streams} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StreamsSkeleton implements ServiceSkeleton {
  private final Streams implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public StreamsSkeleton(Streams implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return StreamsMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "tail" -> {
        var params = StreamsMarshaller.readTailParams(in);
        yield responder ->
            ServerCalls.stream(
                implementation.tail(params.file()),
                responder,
                StreamsMarshaller::writeTailResult);
      }
      case "count" -> {
        var params = StreamsMarshaller.readCountParams(in);
        yield responder ->
            ServerCalls.stream(
                implementation.count(params.from(), params.to()),
                responder,
                StreamsMarshaller::writeCountResult);
      }
      case "pages" -> {
        StreamsMarshaller.readPagesParams(in);
        yield responder ->
            ServerCalls.stream(
                implementation.pages(),
                responder,
                StreamsMarshaller::writePagesResult);
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
