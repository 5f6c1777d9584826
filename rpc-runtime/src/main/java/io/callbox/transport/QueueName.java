package io.callbox.transport;

/**
 * The name of a queue, which is its Redis key, and the keys that go with it. Made by {@link
 * Namespace}. Immutable.
 *
 * <p>The other keys hold the queue's whole key as a hash tag, so that all of them lie in the
 * queue's own Redis Cluster slot and one script may touch them together.
 *
 * @param key the key of the list
 */
public record QueueName(String key) {

  /** Over how many shards a service can be spread. */
  public static final int MOST_SHARDS = 64;

  private static final String SECRET_FOLLOWS = ":c2.";

  /** A list: what a worker has taken and not yet acknowledged. */
  public QueueName taken(Worker worker) {
    return with("taken:" + worker.node() + ':' + worker.incarnation());
  }

  /** A sorted set: who consumes the queue, by when the lease ends in the broker's time. */
  public QueueName providers() {
    return with("providers");
  }

  /** A hash: how often a request was delivered, only once it was delivered again. */
  public QueueName attempts() {
    return with("attempts");
  }

  /** A list: requests given up on, with the reason. */
  public QueueName dead() {
    return with("dead");
  }

  /** A hash, of the list of nodes: which services are paused, and how. */
  public QueueName paused() {
    return with("paused");
  }

  /** A hash, of the list of nodes: over how many shards services are spread. */
  public QueueName shards() {
    return with("shards");
  }

  /** A string: what a sender pushed last, and how much of it was accepted. */
  public QueueName pushed(String sender) {
    return with("pushed:" + sender);
  }

  /** A string that is there while a request must not run again: who has the right to run it. */
  public QueueName ran(String request) {
    return with("ran:" + request);
  }

  /** A hash: the record of a durable call. */
  public QueueName call(String id) {
    return with("call:" + id);
  }

  /** A sorted set: the ids of durable calls, by when they were submitted. Bounded. */
  public QueueName calls() {
    return with("calls");
  }

  /** A sorted set: requests of durable calls, by when they are due. */
  public QueueName later() {
    return with("later");
  }

  private QueueName with(String suffix) {
    return new QueueName('{' + key + "}:" + suffix);
  }

  /** The key, for people: without what makes a reply queue's key hard to guess. */
  @Override
  public String toString() {
    int secret = key.indexOf(SECRET_FOLLOWS);
    return secret < 0 ? key : key.substring(0, secret + SECRET_FOLLOWS.length()) + '…';
  }
}
