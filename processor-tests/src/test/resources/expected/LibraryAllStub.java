package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.Replies;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Calls all that provide a {@link Library}. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class LibraryAllStub {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public LibraryAllStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private LibraryAllStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public LibraryAllStub withTimeout(Duration timeout) {
    return new LibraryAllStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public LibraryAllStub withHeader(String name, String value) {
    return new LibraryAllStub(channel, options.withHeader(name, value));
  }

  public Replies<Integer> find(String title) {
    return LibraryMarshaller.FIND.all(
        channel, LibraryMarshaller.paramsOfFind(title), options);
  }

  public Replies<Void> lend(int number) {
    return LibraryMarshaller.LEND.all(
        channel, LibraryMarshaller.paramsOfLend(number), options);
  }

  public Replies<Void> burn() {
    return LibraryMarshaller.BURN.all(
        channel, ParamsWriter.NONE, options);
  }
}
