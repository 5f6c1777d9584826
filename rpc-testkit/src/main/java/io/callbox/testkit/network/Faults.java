package io.callbox.testkit.network;

import java.time.Duration;

/**
 * The faults of a network. Immutable; each method returns a copy.
 *
 * <pre>{@code
 * network.faults(Faults.LABRPC_UNRELIABLE.longReordering().duplicating(0.1));
 * }</pre>
 *
 * @param requests the faults of requests, before they run
 * @param replies the faults of replies, after their request ran
 * @param lateness selects the replies that come very late, after other replies
 * @param unreachable the maximum time until a disabled node notices
 */
public record Faults(Way requests, Way replies, Lateness lateness, Duration unreachable) {

  /** A network without faults and delays. */
  public static final Faults NONE = new Faults(Way.SAFE, Way.SAFE, Lateness.NEVER, Duration.ZERO);

  /**
   * labrpc's default network: all messages arrive; a message that cannot arrive fails within 99 ms.
   */
  public static final Faults LABRPC = new Faults(Way.SAFE, Way.SAFE, Lateness.NEVER, millis(99));

  /**
   * labrpc's unreliable network: requests are delayed by 0 to 26 ms, one in ten is lost before it
   * runs, and one in ten replies is lost after it ran.
   */
  public static final Faults LABRPC_UNRELIABLE =
      new Faults(
          new Way(0.1, 0, millis(26)),
          new Way(0.1, 0, Duration.ZERO),
          Lateness.NEVER,
          LABRPC.unreachable);

  private static final Lateness LABRPC_REORDERING =
      new Lateness(2.0 / 3, millis(200), millis(2_199));

  /** labrpc's long reordering: two of three replies come 200 to 2199 ms late. */
  public Faults longReordering() {
    return new Faults(requests, replies, LABRPC_REORDERING, unreachable);
  }

  /** labrpc's long delays: a disabled node takes up to 6999 ms to notice. */
  public Faults longDelays() {
    return new Faults(requests, replies, lateness, millis(6_999));
  }

  /**
   * Duplicates this share of the messages. A correct broker does not duplicate requests, so expect
   * calls to run twice.
   */
  public Faults duplicating(double share) {
    return new Faults(
        new Way(requests.lost, share, requests.delay),
        new Way(replies.lost, share, replies.delay),
        lateness,
        unreachable);
  }

  /** Sets the faults of requests. */
  public Faults withRequests(Way way) {
    return new Faults(way, replies, lateness, unreachable);
  }

  /** Sets the faults of replies. */
  public Faults withReplies(Way way) {
    return new Faults(requests, way, lateness, unreachable);
  }

  /** Returns whether every message arrives at once. */
  boolean deliverAll() {
    return requests.equals(Way.SAFE) && replies.equals(Way.SAFE) && lateness.equals(Lateness.NEVER);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /**
   * The faults of messages in one direction.
   *
   * @param lost the share that is lost
   * @param duplicated the share that arrives twice
   * @param delay the maximum delay; all delays from zero to this are equally likely
   */
  public record Way(double lost, double duplicated, Duration delay) {

    /** All messages arrive once and at once. */
    public static final Way SAFE = new Way(0, 0, Duration.ZERO);

    /** Checks the shares. */
    public Way {
      Faults.checkShare(lost);
      Faults.checkShare(duplicated);
    }
  }

  /**
   * Very late replies.
   *
   * @param share the share of late replies
   * @param from the minimum delay
   * @param to the maximum delay
   */
  public record Lateness(double share, Duration from, Duration to) {

    /** No reply is late. */
    public static final Lateness NEVER = new Lateness(0, Duration.ZERO, Duration.ZERO);

    /** Checks the share. */
    public Lateness {
      Faults.checkShare(share);
    }
  }

  private static void checkShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share is from 0 to 1, got " + share);
    }
  }
}
