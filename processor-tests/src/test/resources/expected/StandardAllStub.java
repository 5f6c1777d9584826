package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Standard}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StandardAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public StandardAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private StandardAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public StandardAllStub withTimeout(Duration timeout) {
    return new StandardAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public StandardAllStub withHeader(String name, String value) {
    return new StandardAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Standard.Times> times(Standard.Times value) {
    return StandardMarshaller.TIMES.all(
        channel, StandardMarshaller.paramsOfTimes(value), options);
  }

  public Replies<Standard.Values> values(Standard.Values value) {
    return StandardMarshaller.VALUES.all(
        channel, StandardMarshaller.paramsOfValues(value), options);
  }

  public Replies<Standard.Collections> collections(Standard.Collections value) {
    return StandardMarshaller.COLLECTIONS.all(
        channel, StandardMarshaller.paramsOfCollections(value), options);
  }

  public Replies<Standard.Maps> maps(Standard.Maps value) {
    return StandardMarshaller.MAPS.all(
        channel, StandardMarshaller.paramsOfMaps(value), options);
  }

  public Replies<OptionalInt> direct(Instant at, OptionalLong maybe,
      SortedMap<Integer, String> map) {
    return StandardMarshaller.DIRECT.all(
        channel, StandardMarshaller.paramsOfDirect(at, maybe, map), options);
  }
}
