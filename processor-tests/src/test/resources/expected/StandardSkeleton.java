package good;

import com.fasterxml.jackson.core.JsonParser;
import io.callbox.rpc.Invocation;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.ServerCalls;
import io.callbox.rpc.ServiceDescriptor;
import io.callbox.rpc.ServiceSkeleton;
import java.io.IOException;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.SortedMap;
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
      case "times" -> StandardMarshaller.readTimesParams(in, this);
      case "values" -> StandardMarshaller.readValuesParams(in, this);
      case "collections" -> StandardMarshaller.readCollectionsParams(in, this);
      case "maps" -> StandardMarshaller.readMapsParams(in, this);
      case "direct" -> StandardMarshaller.readDirectParams(in, this);
      default -> throw ServerCalls.unimplemented(method);
    };
  }

  Invocation callTimes(Standard.Times value) {
    return responder ->
        StandardMarshaller.TIMES_RESULT.succeed(responder, implementation.times(value));
  }

  Invocation callValues(Standard.Values value) {
    return responder ->
        StandardMarshaller.VALUES_RESULT.succeed(responder, implementation.values(value));
  }

  Invocation callCollections(Standard.Collections value) {
    return responder ->
        StandardMarshaller.COLLECTIONS_RESULT.succeed(responder,
            implementation.collections(value));
  }

  Invocation callMaps(Standard.Maps value) {
    return responder ->
        StandardMarshaller.MAPS_RESULT.succeed(responder, implementation.maps(value));
  }

  Invocation callDirect(Instant at, OptionalLong maybe,
      SortedMap<Integer, String> map) {
    return responder ->
        StandardMarshaller.OPTIONAL_INT_RESULT.succeed(responder, implementation.direct(at,
            maybe, map));
  }
}
