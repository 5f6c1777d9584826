package io.callbox.internal.concurrent;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages and hands them over, on a thread of its own, until it is stopped. Survives
 * whatever the transport or the sink throws: it waits a little, longer each time, and takes again.
 *
 * <p>It ends by flag and by the short wait of each take. A take is never interrupted.
 */
public final class PollLoop {

  /**
   * The longest a take waits, and so the longest {@link #stop} takes while the transport answers.
   */
  public static final Duration WAIT = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(PollLoop.class);
  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 1_000;

  private final QueueConsumer consumer;
  private final Sink sink;
  private final QueueConsumer.Receiver receiver = new ToSink();
  private final Thread thread;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private volatile @Nullable String trouble;

  /** A loop that is not running yet. */
  public PollLoop(String threadName, QueueConsumer consumer, Sink sink) {
    this.consumer = consumer;
    this.sink = sink;
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  /** Where taken messages go. */
  public interface Sink {

    /**
     * Reserves room for messages, waiting a while for the first place.
     *
     * @return how many places are reserved; 0 to be asked again
     */
    int reserve() throws InterruptedException;

    /**
     * Takes messages over, no more of them than there is room reserved for. Called by one thread at
     * a time, which may be the one that reads from the broker: must not block.
     */
    void accept(List<Delivery> taken);

    /**
     * So much of the room that was reserved is not needed; less than none if more was needed, since
     * chunks brought more requests than there was room for.
     */
    void unused(int places);

    /** How many bytes of messages there is room for now. For any thread. */
    default long bytesLeft() {
      return Long.MAX_VALUE;
    }

    /** By how many requests a chunk may exceed what room is left. For any thread. */
    default int spare() {
      return 0;
    }
  }

  /**
   * Starts the loop's thread. If it cannot take, the loop has ended.
   *
   * @throws io.callbox.rpc.RpcException {@code PERMISSION_DENIED} if the broker does not let it
   *     take
   */
  public void start() {
    try {
      consumer.check();
    } catch (RuntimeException refused) {
      consumer.close();
      throw refused;
    }
    thread.start();
  }

  /** Asks the loop to end; it does so within {@link #WAIT}, longer only if the broker is away. */
  public void stop() {
    stopping.countDown();
    consumer.wakeUp();
  }

  /** Waits for the loop to end. Returns whether it did. */
  public boolean awaitEnd(Duration bound) {
    try {
      thread.join(Math.max(1, bound.toMillis()));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** Why the loop takes nothing at present; null if it does. */
  public @Nullable String trouble() {
    return thread.isAlive() ? trouble : thread.getName() + " does not run";
  }

  private void run() {
    try (consumer) {
      while (stopping.getCount() > 0) {
        takeOnce();
      }
    } catch (InterruptedException interrupted) {
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private void takeOnce() throws InterruptedException {
    int reserved = sink.reserve();
    if (reserved == 0) {
      return;
    }
    int taken = 0;
    try {
      taken = consumer.take(reserved, WAIT, receiver);
      pauseMillis = FIRST_PAUSE_MILLIS;
      trouble = null;
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} cannot take: {}", thread.getName(), failure.toString());
      trouble = thread.getName() + " cannot take: " + failure;
      pause();
    } finally {
      sink.unused(reserved - taken);
    }
  }

  /** Hands over to the sink, whose failures are not the consumer's. */
  private final class ToSink implements QueueConsumer.Receiver {

    @Override
    public void receive(List<Delivery> taken) {
      try {
        sink.accept(taken);
      } catch (RuntimeException | Error failure) {
        LOG.error("{} lost {} messages", thread.getName(), taken.size(), failure);
      }
    }

    @Override
    public long bytesLeft() {
      return sink.bytesLeft();
    }

    @Override
    public int spare() {
      return sink.spare();
    }
  }

  private void pause() throws InterruptedException {
    if (!stopping.await(pauseMillis, TimeUnit.MILLISECONDS)) {
      pauseMillis = Math.min(2 * pauseMillis, LONGEST_PAUSE_MILLIS);
    }
  }
}
