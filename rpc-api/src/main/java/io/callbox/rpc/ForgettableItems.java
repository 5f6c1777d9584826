package io.callbox.rpc;

import io.callbox.log.MessageLog;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The source from which a {@link Stream} pulls the items of a remote stream. Only its reader holds
 * it: when the reader forgets it, the remote stream is cancelled, even if it was not closed.
 *
 * <p>One thread at a time reads.
 */
final class ForgettableItems<T> extends Spliterators.AbstractSpliterator<T> {

  private static final Logger LOG = LoggerFactory.getLogger(ForgettableItems.class);
  private static final MessageLog FORGOTTEN =
      MessageLog.of(LOG, "{}: a stream was neither read to its end nor closed, and is cancelled");

  /** Has a thread of its own, which begins with the first stream. */
  private static final Cleaner CLEANER = Cleaner.create();

  private final BlockingItems<T> items;

  ForgettableItems(BlockingItems<T> items) {
    super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
    this.items = items;
    CLEANER.register(this, new Forgotten(items));
  }

  @Override
  public boolean tryAdvance(Consumer<? super T> action) {
    try {
      T item = items.next();
      if (item != null) {
        action.accept(item);
      }
      return item != null;
    } finally {
      Reference.reachabilityFence(this); // a thread that waits here still has a reference to it
    }
  }

  private record Forgotten(BlockingItems<?> items) implements Runnable {

    @Override
    public void run() {
      if (items.cancel()) {
        FORGOTTEN.warn(items.method());
      }
    }
  }
}
