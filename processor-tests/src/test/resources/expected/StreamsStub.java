package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Streams} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class StreamsStub implements Streams {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public StreamsStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private StreamsStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public StreamsStub withTimeout(Duration timeout) {
    return new StreamsStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public StreamsStub withHeader(String name, String value) {
    return new StreamsStub(channel, options.withHeader(name, value));
  }

  @Override
  public Flow.Publisher<Streams.Line> tail(String file) {
    return StreamsMarshaller.TAIL.publisher(
        channel, StreamsMarshaller.paramsOfTail(file), options);
  }

  @Override
  public Stream<Integer> count(int from, int to) {
    return StreamsMarshaller.COUNT.stream(
        channel, StreamsMarshaller.paramsOfCount(from, to), options);
  }

  @Override
  public Stream<List<Streams.Line>> pages() throws Streams.MissingException {
    return StreamsMarshaller.PAGES.stream(
        channel, ParamsWriter.NONE, options);
  }
}
