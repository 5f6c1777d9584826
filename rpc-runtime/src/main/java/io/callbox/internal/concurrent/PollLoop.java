package io.callbox.internal.concurrent;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueConsumer;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes messages and passes them to a sink, on its own thread, until it is stopped. It survives all
 * exceptions of the transport and the sink: it waits a little, longer each time, and takes again.
 *
 * <p>A flag ends it, after the short wait of a take. A take is never interrupted.
 */
public final class PollLoop {

  /**
   * The longest wait of a take, and so the longest duration of {@link #stop} while the transport
   * answers.
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

  /** Creates a loop that is not running yet. */
  public PollLoop(String threadName, QueueConsumer consumer, Sink sink) {
    this.consumer = consumer;
    this.sink = sink;
    this.thread = new Thread(this::run, threadName);
    this.thread.setDaemon(true);
  }

  /** Receives taken messages. */
  public interface Sink {

    /**
     * Reserves room for messages; waits a while until there is any.
     *
     * @return the number of messages for which there is room; 0 if the loop must ask again
     */
    int reserve() throws InterruptedException;

    /**
     * Receives messages, no more than the reserved room. Called by one thread at a time, perhaps
     * the thread that reads from the broker: must not block.
     */
    void accept(List<Delivery> taken);

    /**
     * Returns whether {@link #acceptBetweenTakes} may accept a message of a queue. If not, the sink
     * says later when it may, unless a take comes before. For any thread.
     */
    default boolean acceptsBetweenTakes(QueueName queue) {
      return false;
    }

    /**
     * Receives a message for which no room is reserved. For any thread, also while another one
     * calls {@link #accept}: must not block.
     *
     * @return false if it is not accepted
     */
    default boolean acceptBetweenTakes(Delivery message) {
      return false;
    }

    /** Returns unneeded room, in messages; negative if chunks needed more than was reserved. */
    void unused(int room);

    /** Returns the size of messages for which there is room now, in bytes. For any thread. */
    default long bytesLeft() {
      return Long.MAX_VALUE;
    }

    /** Returns the number of requests by which a chunk may exceed the room. For any thread. */
    default int spare() {
      return 0;
    }
  }

  /**
   * Starts the thread of the loop. If it cannot take, the loop has ended.
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

  /** Asks the loop to end. It ends within {@link #WAIT}, or later if the broker is away. */
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

  /** Returns the reason why the loop takes nothing at present; null if it takes messages. */
  public @Nullable String trouble() {
    if (!thread.isAlive()) {
      return thread.getName() + " does not run";
    }
    String own = trouble;
    String part = own == null ? consumer.trouble() : null;
    return part == null ? own : thread.getName() + ' ' + part;
  }

  private void run() {
    try (consumer) {
      while (stopping.getCount() > 0) {
        takeOnce();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      LOG.warn("{} was interrupted and ends; nobody should do that", thread.getName());
    }
  }

  private void takeOnce() throws InterruptedException {
    int reserved = sink.reserve();
    int taken = 0;
    try {
      if (reserved > 0) {
        taken = consumer.take(reserved, WAIT, receiver);
        pauseMillis = FIRST_PAUSE_MILLIS;
        trouble = null;
      } else {
        consumer.listenToAll();
      }
    } catch (RuntimeException | Error failure) {
      LOG.warn("{} cannot take: {}", thread.getName(), failure.toString());
      trouble = thread.getName() + " cannot take: " + failure;
      pause();
    } finally {
      sink.unused(reserved - taken);
    }
  }

  /** Hands messages to the sink. Failures of the sink do not reach the consumer. */
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
    public boolean receivesBetweenTakes(QueueName queue) {
      return stopping.getCount() > 0 && sink.acceptsBetweenTakes(queue);
    }

    @Override
    public boolean receiveBetweenTakes(Delivery message) {
      try {
        return stopping.getCount() > 0 && sink.acceptBetweenTakes(message);
      } catch (RuntimeException | Error failure) {
        LOG.error("{} lost a message", thread.getName(), failure);
        return true;
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
