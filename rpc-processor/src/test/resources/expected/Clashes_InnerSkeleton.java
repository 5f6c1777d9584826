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
 * Serves a {@link Clashes.Inner} to remote callers.
 */
@SuppressWarnings({"deprecation", "removal"})
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class Clashes_InnerSkeleton implements ServiceSkeleton {
  private final Clashes.Inner implementation;

  /**
   * Calls go to {@code implementation}, many at a time.
   */
  public Clashes_InnerSkeleton(Clashes.Inner implementation) {
    this.implementation = implementation;
  }

  @Override
  public ServiceDescriptor descriptor() {
    return Clashes_InnerMarshaller.SERVICE;
  }

  @Override
  public Invocation read(MethodDescriptor<?> method, JsonParser in) throws IOException {
    return switch (method.name()) {
      case "find" -> {
        var params = Clashes_InnerMarshaller.readFindParams(in);
        yield responder ->
            responder.succeed(
                implementation.find(params.key()),
                Clashes_InnerMarshaller::writeFindResult);
      }
      case "put" -> {
        var params = Clashes_InnerMarshaller.readPutParams(in);
        yield responder -> {
          implementation.put(params.key(), params.value());
          responder.succeed();
        };
      }
      case "service" -> {
        var params = Clashes_InnerMarshaller.readServiceParams(in);
        yield responder ->
            responder.succeed(
                implementation.service(params.in_(), params.out_(), params.channel_(), params.options_(), params.members_(), params.out__()),
                Clashes_InnerMarshaller::writeServiceResult);
      }
      case "read-all" -> {
        var params = Clashes_InnerMarshaller.readReadAllParams(in);
        yield responder ->
            ServerCalls.whenComplete(
                implementation.readAll(params.hashCode_(), params.params(), params.responder()),
                responder,
                Clashes_InnerMarshaller::writeReadAllResult);
      }
      case "readAll" -> {
        var params = Clashes_InnerMarshaller.readReadAllParams2(in);
        yield responder ->
            responder.succeed(
                implementation.readAll(params.implementation(), params.toString_()),
                Clashes_InnerMarshaller::writeReadAllResult2);
      }
      case "method" -> {
        var params = Clashes_InnerMarshaller.readMethodParams(in);
        yield responder -> {
          implementation.method(params.method(), params.b(), params.c());
          responder.succeed();
        };
      }
      default -> throw ServerCalls.unimplemented(method);
    };
  }
}
