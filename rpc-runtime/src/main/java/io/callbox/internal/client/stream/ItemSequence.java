package io.callbox.internal.client.stream;

import io.callbox.internal.wire.ItemsMessage;
import io.callbox.internal.wire.ItemsReader;
import io.callbox.internal.wire.StreamEnd;
import io.callbox.rpc.Executed;
import io.callbox.rpc.MethodDescriptor;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The items of one stream, read in order from their messages: none twice, and none missing. Decides
 * when to grant more.
 *
 * <p>Belongs to the thread that delivers; other threads may ask how many items were consumed.
 */
final class ItemSequence<T> {

  /** The number of consumed items, or of bytes, after which the client grants more. */
  private static final int GRANT_ITEMS = StreamCall.WINDOW / 2;

  private static final int GRANT_BYTES = 256 << 10;

  private final MethodDescriptor<T> method;
  private @Nullable ItemsReader message;
  private int messageBytes;
  private long ungranted;
  private long ungrantedBytes;

  /** Only the thread that delivers writes it. */
  private volatile long taken;

  ItemSequence(MethodDescriptor<T> method) {
    this.method = method;
  }

  /** Returns how many items were consumed in all. */
  long taken() {
    return taken;
  }

  /** Returns whether the open message has more items. */
  boolean hasNext() {
    return message != null;
  }

  /**
   * Opens another message; skips items that came before.
   *
   * @throws RpcException {@code UNAVAILABLE} if items are missing before it, {@code INTERNAL} if it
   *     cannot be read
   */
  void open(ItemsMessage next) {
    if (next.seq() > taken) {
      throw gap(next.seq());
    }
    try {
      ItemsReader reader = new ItemsReader(next);
      for (long seq = next.seq(); seq < taken && reader.hasNext(); seq++) {
        reader.skip(); // a duplicate: its server did not know that it had arrived
      }
      messageBytes = next.items().length();
      message = reader.hasNext() ? reader : null;
    } catch (IOException | RuntimeException broken) {
      throw unreadable(broken);
    }
  }

  /**
   * Reads the next item. Call it only if there is one.
   *
   * @throws RpcException {@code INTERNAL} if it does not fit the contract
   */
  T read() {
    ItemsReader reader = message;
    if (reader == null) {
      throw new IllegalStateException("no item is left in the message");
    }
    message = null;
    T item;
    try {
      item = reader.read(method.resultReader());
      message = reader.hasNext() ? reader : null;
    } catch (IOException | RuntimeException misfit) { // the constructor of a record may throw, too
      throw unreadable(misfit);
    }
    long before = taken;
    taken = before + 1;
    return item;
  }

  /** Returns whether to grant more after an item: at the end of a message, or within a long one. */
  boolean isGrantDue() {
    ungranted++;
    if (message == null) {
      ungrantedBytes += messageBytes;
    }
    boolean many = ungranted >= GRANT_ITEMS && (message == null || ungranted >= StreamCall.WINDOW);
    boolean due = many || ungrantedBytes >= GRANT_BYTES;
    if (due) {
      ungranted = 0;
      ungrantedBytes = 0;
    }
    return due;
  }

  /** Returns the reason why a stream with this end has failed; null if all its items have come. */
  @Nullable Throwable failure(StreamEnd end) {
    if (end.failure() != null) {
      return end.failure();
    } else if (end.items() < 0) {
      String problem = method + ": its server gave one result, and no stream";
      return new RpcException(StatusCode.INTERNAL, Executed.YES, problem);
    }
    return end.items() == taken ? null : gap(end.items());
  }

  private RpcException gap(long next) {
    String problem = method + ": items were lost: " + taken + " came, and the next is " + next;
    return new RpcException(StatusCode.UNAVAILABLE, Executed.YES, problem);
  }

  private RpcException unreadable(Exception cause) {
    String problem = method + ": item " + taken + " cannot be read: " + cause.getMessage();
    return new RpcException(StatusCode.INTERNAL, Executed.YES, problem, cause);
  }
}
