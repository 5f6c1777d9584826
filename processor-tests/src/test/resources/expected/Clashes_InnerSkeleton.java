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
      case "find" -> Clashes_InnerMarshaller.readFindParams(in, this);
      case "put" -> Clashes_InnerMarshaller.readPutParams(in, this);
      case "service" -> Clashes_InnerMarshaller.readServiceParams(in, this);
      case "read-all" -> Clashes_InnerMarshaller.readReadAllParams(in, this);
      case "readAll" -> Clashes_InnerMarshaller.readReadAllParams2(in, this);
      case "method" -> Clashes_InnerMarshaller.readMethodParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callFind(String key) {
    return responder ->
        Clashes_InnerMarshaller.LIST_RESULT.succeed(responder, implementation.find(key));
  }

  Invocation callPut(String key, Clashes.Inner.List value) {
    return responder -> {
      implementation.put(key, value);
      responder.succeed();
    };
  }

  Invocation callService(int in_, int out_, int channel_, int options_, int members_,
      int out__) {
    return responder ->
        Clashes_InnerMarshaller.INT_RESULT.succeed(responder, implementation.service(in_, out_,
            channel_, options_, members_, out__));
  }

  Invocation callReadAll(Clashes.Inner.CallOptions[] hashCode,
      Clashes.Inner.ServiceParams params, Clashes.Inner.List responder_) {
    return responder ->
        Clashes_InnerMarshaller.JSON_PARSER_RESULT.whenComplete(responder,
            implementation.readAll(hashCode, params, responder_));
  }

  Invocation callReadAll2(Clashes.Inner.Nullables implementation_, String toString) {
    return responder ->
        Clashes_InnerMarshaller.LIST_RESULT.succeed(responder,
            implementation.readAll(implementation_, toString));
  }

  Invocation callMethod(int method, int b, int c) {
    return responder -> {
      implementation.method(method, b, c);
      responder.succeed();
    };
  }
}
