package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Streams} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StreamsAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public StreamsAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private StreamsAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public StreamsAsyncStub withTimeout(Duration timeout) {
    return new StreamsAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public StreamsAsyncStub withHeader(String name, String value) {
    return new StreamsAsyncStub(channel, options.withHeader(name, value));
  }

  public Flow.Publisher<Streams.Line> tail(String file) {
    return StreamsMarshaller.TAIL.publisher(
        channel, StreamsMarshaller.paramsOfTail(file), options);
  }

  public Flow.Publisher<Integer> count(int from, int to) {
    return StreamsMarshaller.COUNT.publisher(
        channel, StreamsMarshaller.paramsOfCount(from, to), options);
  }

  public Flow.Publisher<List<Streams.Line>> pages() {
    return StreamsMarshaller.PAGES.publisher(
        channel, ParamsWriter.NONE, options);
  }
}
