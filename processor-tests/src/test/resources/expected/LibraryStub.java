package good;

import io.callbox.rpc.CallOptions;
import io.callbox.rpc.ParamsWriter;
import io.callbox.rpc.RpcChannel;
import java.time.Duration;
import javax.annotation.processing.Generated;

/**
 * Calls a remote {@link Library} and waits for it. Safe for use by many threads.
 */
@Generated("io.callbox.processor.RemoteServiceProcessor")
public final class LibraryStub implements Library {
  private final RpcChannel channel;

  private final CallOptions options;

  /**
   * Calls go through {@code channel}.
   */
  public LibraryStub(RpcChannel channel) {
    this(channel, CallOptions.DEFAULT);
  }

  private LibraryStub(RpcChannel channel, CallOptions options) {
    this.channel = channel;
    this.options = options;
  }

  /**
   * A copy whose calls end after this time.
   */
  public LibraryStub withTimeout(Duration timeout) {
    return new LibraryStub(channel, options.withTimeout(timeout));
  }

  /**
   * A copy whose calls carry this header.
   */
  public LibraryStub withHeader(String name, String value) {
    return new LibraryStub(channel, options.withHeader(name, value));
  }

  @Override
  public int find(String title) {
    return LibraryMarshaller.FIND.await(
        channel, LibraryMarshaller.paramsOfFind(title), options);
  }

  @Override
  public void lend(int number) {
    LibraryMarshaller.LEND.await(
        channel, LibraryMarshaller.paramsOfLend(number), options);
  }

  @Override
  public void burn() {
    LibraryMarshaller.BURN.await(
        channel, ParamsWriter.NONE, options);
  }
}
