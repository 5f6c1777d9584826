package io.callbox.internal.server;

/**
 * The counts of a server.
 *
 * @param requestsInHand how many requests it has taken and not yet answered
 * @param expired how many requests did not run because their deadline had passed before their turn
 * @param redelivered how many requests of dead workers it has put back into their queues
 * @param givenUp how many requests of dead workers it has made dead letters
 * @param openStreams how many streams it produces now
 */
public record ServerCounts(
    int requestsInHand, long expired, long redelivered, long givenUp, int openStreams) {

  /** The counts of a node that does not serve. */
  public static final ServerCounts NONE = new ServerCounts(0, 0, 0, 0, 0);
}
