package io.callbox.transport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that was taken from a queue. Compared by identity: two deliveries may have the same
 * bytes. Immutable, except for facts about its message that it remembers; safe for use by many
 * threads.
 */
public final class Delivery {

  private static final int[] NONE = {};

  private final QueueName queue;
  private final byte[] message;
  private final @Nullable QueueName taken;
  private final long place;

  /** The bounds of the lines of a chunk; empty if it is not a chunk; null until it is examined. */
  private volatile int @Nullable [] lines;

  /** The number of requests; 0 until it is examined. */
  private volatile int requests;

  /**
   * Creates a delivery.
   *
   * @param queue its queue
   * @param message its bytes, which must not change
   * @param taken the list that holds it until it is acknowledged; null if taking it has
   *     acknowledged it
   * @param place its position in {@code taken}: messages that were taken together have consecutive
   *     positions; 0 if it was taken alone
   */
  public Delivery(QueueName queue, byte[] message, @Nullable QueueName taken, long place) {
    this.queue = queue;
    this.message = message;
    this.taken = taken;
    this.place = place;
  }

  /** Creates a delivery that was taken alone, or whose neighbours are unknown. */
  public Delivery(QueueName queue, byte[] message, @Nullable QueueName taken) {
    this(queue, message, taken, 0);
  }

  /** The queue from which it was taken. */
  public QueueName queue() {
    return queue;
  }

  /** Its bytes, which must not change. */
  public byte[] message() {
    return message;
  }

  /** The list that holds it until it is acknowledged; null if taking it has acknowledged it. */
  public @Nullable QueueName taken() {
    return taken;
  }

  /**
   * Returns whether {@link #taken} is this worker's list. Does not ask the broker; false if taking
   * it has acknowledged it.
   */
  public boolean isHeldBy(Worker worker) {
    return queue.taken(worker).equals(taken);
  }

  /** Its position in {@code taken} relative to others; 0 if it was taken alone. */
  public long place() {
    return place;
  }

  /** Returns whether it was taken together with {@code older}, and directly after it. */
  public boolean follows(Delivery older) {
    return older.place > 0 && place == older.place + 1 && queue.equals(older.queue);
  }

  /**
   * Returns the number of requests that it contains: 1 unless it is a {@link Chunk} of requests.
   */
  public int requests() {
    int known = requests;
    if (known == 0) {
      int[] bounds = knownLines();
      known = bounds.length > 0 && Chunk.areRequests(message, bounds) ? bounds.length / 2 : 1;
      requests = known;
    }
    return known;
  }

  /** Returns the number of requests in some messages. */
  public static int requestsIn(List<Delivery> messages) {
    int requests = 0;
    for (Delivery each : messages) {
      requests += each.requests();
    }
    return requests;
  }

  /**
   * Returns the starts and ends of its members if it is a {@link Chunk} of requests; otherwise
   * null.
   */
  public int @Nullable [] boundsOfRequests() {
    return requests() > 1 ? knownLines() : null;
  }

  /**
   * Returns the starts and ends of its lines if it is a {@link Chunk} of any messages; otherwise
   * null.
   */
  public int @Nullable [] bounds() {
    int[] known = knownLines();
    return known.length == 0 ? null : known;
  }

  /** Returns the lines. It searches them only once, because a message may be long. */
  private int[] knownLines() {
    int[] known = lines;
    if (known == null) {
      int[] found = Chunk.bounds(message);
      known = found == null ? NONE : found;
      lines = known;
    }
    return known;
  }
}
