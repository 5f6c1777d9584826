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
      case "build" -> {
        var params = ReportsMarshaller.readBuildParams(in);
        yield responder ->
            responder.succeed(
                implementation.build(params.month(), params.id()),
                ReportsMarshaller::writeBuildResult);
      }
      case "buildAll" -> {
        var params = ReportsMarshaller.readBuildAllParams(in);
        yield responder ->
            ServerCalls.whenComplete(
                implementation.build(params.channel_()),
                responder,
                ReportsMarshaller::writeBuildAllResult);
      }
      case "archive" -> {
        ReportsMarshaller.readArchiveParams(in);
        yield responder -> {
          implementation.archive();
          responder.succeed();
        };
      }
      case "count" -> {
        ReportsMarshaller.readCountParams(in);
        yield responder ->
            responder.succeed(
                implementation.count(),
                ReportsMarshaller::writeCountResult);
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
