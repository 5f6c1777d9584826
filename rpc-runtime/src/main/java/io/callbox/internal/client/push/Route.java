package io.callbox.internal.client.push;

import io.callbox.transport.QueueName;

/**
 * The route of calls.
 *
 * @param queue the queue
 * @param toNode whether it is the inbox of one node, which no other node can replace
 * @param waitForProvider whether calls wait in it while it has no provider
 * @param oneOfAll whether the call is part of a call to all providers: the node was there just now,
 *     so if it is gone, it has died during the call
 * @param lane the number of one of several parallel lanes: 0 as long as no lane hangs
 */
public record Route(
    QueueName queue, boolean toNode, boolean waitForProvider, boolean oneOfAll, int lane) {

  /** Creates a route for calls with one response. */
  public Route(QueueName queue, boolean toNode, boolean waitForProvider) {
    this(queue, toNode, waitForProvider, false, 0);
  }

  /** Returns the same route for calls that wait. */
  public Route waiting() {
    return new Route(queue, toNode, true, oneOfAll, lane);
  }

  /** Returns another lane of the same route. */
  Route lane(int number) {
    return new Route(queue, toNode, waitForProvider, oneOfAll, number);
  }
}
