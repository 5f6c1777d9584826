package a;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import java.io.IOException;
import javax.annotation.processing.Generated;

/**
 * Serves a {@link Service} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
final class ServiceSkeleton implements io.callbox.rpc.ServiceSkeleton {
  private final Service implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public ServiceSkeleton(Service implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return ServiceMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "a" -> ServiceMarshaller.readAParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callA(int b) {
    return responder ->
        ServiceMarshaller.INT_RESULT.succeed(responder, implementation.a(b));
  }
}
