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
 * Serves a {@link Reports} to remote callers.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class ReportsSkeleton implements ServiceSkeleton {
  private final Reports implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public ReportsSkeleton(Reports implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return ReportsMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "build" -> ReportsMarshaller.readBuildParams(in, this);
      case "buildAll" -> ReportsMarshaller.readBuildAllParams(in, this);
      case "archive" -> ReportsMarshaller.readArchiveParams(in, this);
      case "count" -> ReportsMarshaller.readCountParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callBuild(int month, String id) {
    return responder ->
        ReportsMarshaller.LIST_OF_STRING_RESULT.succeed(responder, implementation.build(month,
            id));
  }

  Invocation callBuildAll(int[] channel_) {
    return responder ->
        ReportsMarshaller.INTEGER_RESULT.whenComplete(responder, implementation.build(channel_));
  }

  Invocation callArchive() {
    return responder -> {
      implementation.archive();
      responder.succeed();
    };
  }

  Invocation callCount() {
    return responder ->
        ReportsMarshaller.INT_RESULT.succeed(responder, implementation.count());
  }
}
