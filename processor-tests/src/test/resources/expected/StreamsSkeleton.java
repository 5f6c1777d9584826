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
      case "tail" -> StreamsMarshaller.readTailParams(in, this);
      case "count" -> StreamsMarshaller.readCountParams(in, this);
      case "pages" -> StreamsMarshaller.readPagesParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callTail(String file) {
    return responder ->
        StreamsMarshaller.LINE_RESULT.stream(responder, implementation.tail(file));
  }

  Invocation callCount(int from, int to) {
    return responder ->
        StreamsMarshaller.INTEGER_RESULT.stream(responder, implementation.count(from, to));
  }

  Invocation callPages() {
    return responder ->
        StreamsMarshaller.LIST_OF_LINE_RESULT.stream(responder, implementation.pages());
  }
}
