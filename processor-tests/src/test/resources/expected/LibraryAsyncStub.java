package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Library} without waiting. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class LibraryAsyncStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public LibraryAsyncStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private LibraryAsyncStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public LibraryAsyncStub withTimeout(Duration timeout) {
    return new LibraryAsyncStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public LibraryAsyncStub withHeader(String name, String value) {
    return new LibraryAsyncStub(channel, options.withHeader(name, value));
  }

  public CompletableFuture<Integer> find(String title) {
    return LibraryMarshaller.FIND.future(
        channel, LibraryMarshaller.paramsOfFind(title), options);
  }

  public CompletableFuture<Void> lend(int number) {
    return LibraryMarshaller.LEND.future(
        channel, LibraryMarshaller.paramsOfLend(number), options);
  }

  public CompletableFuture<Void> burn() {
    return LibraryMarshaller.BURN.future(
        channel, ParamsWriter.NONE, options);
  }
}
