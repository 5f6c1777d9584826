package io.callbox.transport;

/**
 * The name of a queue, which is its Redis key, and the other keys of the queue. {@link Namespace}
 * makes it. Immutable.
 *
 * <p>The other keys contain the queue's whole key as a hash tag. So all of them lie in one Redis
 * Cluster slot, and one script can use them together.
 *
 * @param key the key of the list
 */
public record QueueName(String key) {

  /** The maximum number of shards of a service. */
  public static final int MOST_SHARDS = 64;

  private static final String SECRET_FOLLOWS = ":c2.";

  /** A list: the requests that a worker has taken and not yet acknowledged. */
  public QueueName taken(Worker worker) {
    return with("taken:" + worker.node() + ':' + worker.incarnation());
  }

  /** A sorted set: the providers of the queue, by the end of their leases in the broker's time. */
  public QueueName providers() {
    return with("providers");
  }

  /** A hash: the number of deliveries of each request that was delivered again. */
  public QueueName attempts() {
    return with("attempts");
  }

  /** A list: the dead letters, with the reason of each. */
  public QueueName dead() {
    return with("dead");
  }

  /** A hash: the dead letters that a worker has put lately, by their numbers. */
  public QueueName deadBy(Worker worker) {
    return with("dead:" + worker.node() + ':' + worker.incarnation());
  }

  /** A hash: the requests that a node has put back lately, by the numbers of these steps. */
  public QueueName returned(String sender) {
    return with("returned:" + sender);
  }

  /** A hash beside the list of nodes: the paused services, with a description of each pause. */
  public QueueName paused() {
    return with("paused");
  }

  /** A hash beside the list of nodes: the number of shards of each service that is spread. */
  public QueueName shards() {
    return with("shards");
  }

  /** A string: the last push of a sender, and the accepted part of it. */
  public QueueName pushed(String sender) {
    return with("pushed:" + sender);
  }

  /**
   * A string that exists while a request must not run again: the worker that has the right to run
   * it.
   */
  public QueueName ran(String request) {
    return with("ran:" + request);
  }

  /** A hash: the record of a durable call. */
  public QueueName call(String id) {
    return with("call:" + id);
  }

  /** A sorted set: the ids of durable calls, by the time when they were submitted. Bounded. */
  public QueueName calls() {
    return with("calls");
  }

  /** A sorted set: requests of durable calls, by the time when they are due. */
  public QueueName later() {
    return with("later");
  }

  private QueueName with(String suffix) {
    return new QueueName('{' + key + "}:" + suffix);
  }

  /** The key for people, without the secret of a reply list's key. */
  @Override
  public String toString() {
    int secret = key.indexOf(SECRET_FOLLOWS);
    return secret < 0 ? key : key.substring(0, secret + SECRET_FOLLOWS.length()) + '…';
  }
}
