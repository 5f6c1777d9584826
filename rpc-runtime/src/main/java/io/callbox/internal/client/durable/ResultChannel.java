package io.callbox.internal.client.durable;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The channel on which the results of this client's durable calls arrive. The step that writes a
 * result into the record also publishes it, so the client need not read the record. A message may
 * be lost, as on any channel.
 *
 * <p>Safe for use by many threads. The code that creates it closes it.
 */
final class ResultChannel implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ResultChannel.class);
  private static final long PAUSE_NANOS = Duration.ofMinutes(1).toNanos();

  private final Transport transport;
  private final QueueName channel;
  private final BiConsumer<String, byte[]> told;
  private final Consumer<String> ended;
  private final Executor together;

  /** Guards against race between two first waits, Redis's answer, and {@link #close}. */
  private final Object lock = new Object();

  @GuardedBy("lock")
  private Transport.@Nullable Listening listening;

  @GuardedBy("lock")
  private boolean over;

  @GuardedBy("lock")
  private boolean isTrying;

  @GuardedBy("lock")
  private boolean isRefused;

  @GuardedBy("lock")
  private long refusedNanos;

  private volatile @Nullable String name;

  /**
   * Creates a channel without a subscription.
   *
   * @param channel its name, which nobody else can guess
   * @param told receives the id and the result of each call, as JSON; must be short
   * @param ended receives the id of each call whose outcome is in its record alone; must be short
   * @param together runs the task that handles all calls of a message, on the calling thread
   */
  ResultChannel(
      Transport transport,
      QueueName channel,
      BiConsumer<String, byte[]> told,
      Consumer<String> ended,
      Executor together) {
    this.transport = transport;
    this.channel = channel;
    this.told = told;
    this.ended = ended;
    this.together = together;
  }

  /** Returns the name of the channel; null if nothing arrives here. */
  @Nullable String name() {
    return name;
  }

  /**
   * Starts the subscription, and does not wait for it. Until it is there, and if the Redis user may
   * not subscribe, the client reads records. It tries again a minute after a refusal.
   */
  void start() {
    if (name == null && tries()) {
      transport.listenAsync(channel, this::received).whenComplete(this::answered);
    }
  }

  private boolean tries() {
    synchronized (lock) {
      long now = transport.clock().nanoTime();
      if (over || isTrying || (isRefused && now - refusedNanos < PAUSE_NANOS)) {
        return false;
      }
      isTrying = true;
      return true;
    }
  }

  private void answered(Transport.@Nullable Listening begun, @Nullable Throwable refusal) {
    synchronized (lock) {
      isTrying = false;
      if (begun == null) {
        refused(refusal);
      } else if (over) {
        begun.close();
      } else {
        listening = begun;
        name = channel.key();
      }
    }
  }

  @GuardedBy("lock")
  private void refused(@Nullable Throwable refusal) {
    if (!isRefused && !over) {
      String reason = refusal == null ? "" : refusal.getMessage();
      LOG.info("results of durable calls are read from their records: {}", reason);
    }
    isRefused = true;
    refusedNanos = transport.clock().nanoTime();
  }

  /**
   * Handles a message. It has a line for each call: its id, a space and its result; or only its id,
   * if the client must read the outcome.
   */
  private void received(byte[] message) {
    together.execute(() -> read(message));
  }

  private void read(byte[] message) {
    for (int start = 0; start < message.length; ) {
      int end = indexOf(message, '\n', start, message.length);
      int space = indexOf(message, ' ', start, end);
      String id = new String(message, start, space - start, StandardCharsets.US_ASCII);
      if (space < end) {
        told.accept(id, Arrays.copyOfRange(message, space + 1, end));
      } else {
        ended.accept(id);
      }
      start = end + 1;
    }
  }

  /** Returns the place of a byte; {@code end} if it is not there. */
  private static int indexOf(byte[] message, char wanted, int start, int end) {
    int at = start;
    while (at < end && message[at] != wanted) {
      at++;
    }
    return at;
  }

  @Override
  public void close() {
    synchronized (lock) {
      over = true;
      name = null;
      if (listening != null) {
        listening.close();
      }
    }
  }
}
