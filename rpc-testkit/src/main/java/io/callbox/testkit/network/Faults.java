package io.callbox.testkit.network;

import java.time.Duration;

/**
 * How a network misbehaves. Immutable; each method gives a copy.
 *
 * <pre>{@code
 * network.faults(Faults.LABRPC_UNRELIABLE.longReordering().duplicating(0.1));
 * }</pre>
 *
 * @param requests what becomes of requests, before they run
 * @param replies what becomes of replies, after their request ran
 * @param lateness which replies come very late, and so after others
 * @param unreachable how long, at most, a node that is disabled takes to find out
 */
public record Faults(Way requests, Way replies, Lateness lateness, Duration unreachable) {

  /** A network that does what it should, at once. */
  public static final Faults NONE = new Faults(Way.SAFE, Way.SAFE, Lateness.NEVER, Duration.ZERO);

  /** labrpc's network as it is at first: all arrives, and what cannot fails within 99 ms. */
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

  /** labrpc's long delays: a node that is disabled takes up to 6999 ms to find out. */
  public Faults longDelays() {
    return new Faults(requests, replies, lateness, millis(6_999));
  }

  /**
   * Messages arrive twice, this share of them. A broker that keeps its promises does not do that to
   * requests: expect calls to run twice.
   */
  public Faults duplicating(double share) {
    return new Faults(
        new Way(requests.lost, share, requests.delay),
        new Way(replies.lost, share, replies.delay),
        lateness,
        unreachable);
  }

  /** Other faults for requests. */
  public Faults withRequests(Way way) {
    return new Faults(way, replies, lateness, unreachable);
  }

  /** Other faults for replies. */
  public Faults withReplies(Way way) {
    return new Faults(requests, way, lateness, unreachable);
  }

  /** Whether everything that can arrive does so at once. */
  boolean deliverAll() {
    return requests.equals(Way.SAFE) && replies.equals(Way.SAFE) && lateness.equals(Lateness.NEVER);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  /**
   * What becomes of messages one way.
   *
   * @param lost the share that is lost
   * @param duplicated the share that arrives twice
   * @param delay the longest delay; each is as likely, down to none
   */
  public record Way(double lost, double duplicated, Duration delay) {

    /** All arrive once and at once. */
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
   * @param share how many
   * @param from how late at least
   * @param to how late at most
   */
  public record Lateness(double share, Duration from, Duration to) {

    /** None is late. */
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
