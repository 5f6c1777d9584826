package io.callbox.transport;

import org.jspecify.annotations.Nullable;

/**
 * A message taken from a queue. Told apart by identity: two may hold the same bytes. Immutable but
 * for what it remembers of its own message; safe for use by many threads.
 */
public final class Delivery {

  private static final int[] NONE = {};

  private final QueueName queue;
  private final byte[] message;
  private final @Nullable QueueName taken;
  private final long place;

  /** Where the lines of a chunk are; none if it is no chunk; null before anybody has looked. */
  private volatile int @Nullable [] lines;

  /** How many requests there are; 0 before anybody has looked. */
  private volatile int requests;

  /**
   * A message.
   *
   * @param queue where it was
   * @param message its bytes, which nobody changes
   * @param taken the list that holds it until it is acknowledged; null if taking it was the
   *     acknowledgment
   * @param place one more than that of its older neighbour in {@code taken}, if the two were taken
   *     together, and else any number that says nothing; 0 if it was taken alone
   */
  public Delivery(QueueName queue, byte[] message, @Nullable QueueName taken, long place) {
    this.queue = queue;
    this.message = message;
    this.taken = taken;
    this.place = place;
  }

  /** A message that was taken alone, or of whose neighbours nothing is known. */
  public Delivery(QueueName queue, byte[] message, @Nullable QueueName taken) {
    this(queue, message, taken, 0);
  }

  /** Where it was. */
  public QueueName queue() {
    return queue;
  }

  /** Its bytes, which nobody changes. */
  public byte[] message() {
    return message;
  }

  /** The list that holds it until it is acknowledged; null if taking it was the acknowledgment. */
  public @Nullable QueueName taken() {
    return taken;
  }

  /** Tells where it lies in {@code taken} beside others; 0 if it was taken alone. */
  public long place() {
    return place;
  }

  /** Whether it was taken together with {@code older}, and right after it. */
  public boolean follows(Delivery older) {
    return older.place > 0 && place == older.place + 1 && queue.equals(older.queue);
  }

  /** How many requests it holds: 1 unless it is a {@link Chunk} of requests. */
  public int requests() {
    int known = requests;
    if (known == 0) {
      int[] bounds = knownLines();
      known = bounds.length > 0 && Chunk.areRequests(message, bounds) ? bounds.length / 2 : 1;
      requests = known;
    }
    return known;
  }

  /** Where its members start and end if it is a {@link Chunk} of requests; null if it is none. */
  public int @Nullable [] boundsOfRequests() {
    return requests() > 1 ? knownLines() : null;
  }

  /** Where its lines start and end if it is a {@link Chunk} of whatever; null if it is none. */
  public int @Nullable [] bounds() {
    int[] known = knownLines();
    return known.length == 0 ? null : known;
  }

  /** Looked for once: a message may be long. */
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
