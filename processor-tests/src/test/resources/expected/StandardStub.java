package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SortedMap;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Standard} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StandardStub implements Standard {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public StandardStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private StandardStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public StandardStub withTimeout(Duration timeout) {
    return new StandardStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public StandardStub withHeader(String name, String value) {
    return new StandardStub(channel, options.withHeader(name, value));
  }

  @Override
  public Standard.Times times(Standard.Times value) {
    return StandardMarshaller.TIMES.await(
        channel, StandardMarshaller.paramsOfTimes(value), options);
  }

  @Override
  public Standard.Values values(Standard.Values value) {
    return StandardMarshaller.VALUES.await(
        channel, StandardMarshaller.paramsOfValues(value), options);
  }

  @Override
  public Standard.Collections collections(Standard.Collections value) {
    return StandardMarshaller.COLLECTIONS.await(
        channel, StandardMarshaller.paramsOfCollections(value), options);
  }

  @Override
  public Standard.Maps maps(Standard.Maps value) {
    return StandardMarshaller.MAPS.await(
        channel, StandardMarshaller.paramsOfMaps(value), options);
  }

  @Override
  public OptionalInt direct(Instant at, OptionalLong maybe,
      SortedMap<Integer, String> map) {
    return StandardMarshaller.DIRECT.await(
        channel, StandardMarshaller.paramsOfDirect(at, maybe, map), options);
  }
}
