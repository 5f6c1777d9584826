package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Standard} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StandardAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public StandardAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private StandardAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public StandardAsyncStub withTimeout(Duration timeout) {
    return new StandardAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public StandardAsyncStub withHeader(String name, String value) {
    return new StandardAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Standard.Times> times(Standard.Times value) {
    return StandardMarshaller.TIMES.future(
        channel, StandardMarshaller.paramsOfTimes(value), options);
  }

  public CompletableFuture<Standard.Values> values(Standard.Values value) {
    return StandardMarshaller.VALUES.future(
        channel, StandardMarshaller.paramsOfValues(value), options);
  }

  public CompletableFuture<Standard.Collections> collections(Standard.Collections value) {
    return StandardMarshaller.COLLECTIONS.future(
        channel, StandardMarshaller.paramsOfCollections(value), options);
  }

  public CompletableFuture<Standard.Maps> maps(Standard.Maps value) {
    return StandardMarshaller.MAPS.future(
        channel, StandardMarshaller.paramsOfMaps(value), options);
  }

  public CompletableFuture<OptionalInt> direct(Instant at, OptionalLong maybe,
      SortedMap<Integer, String> map) {
    return StandardMarshaller.DIRECT.future(
        channel, StandardMarshaller.paramsOfDirect(at, maybe, map), options);
  }
}
