package io.callbox.internal.client;

import io.callbox.transport.QueueName;

/**
 * Where calls go.
 *
 * @param queue the queue
 * @param toNode whether it is the inbox of one node, whom nobody else can stand in for
 * @param waitForProvider whether they wait in it while nobody consumes it
 * @param oneOfAll whether others are called together with that node, which was there just now: if
 *     it is not any more, it has died under the call
 * @param lane which of several ways beside each other it is: 0 as long as none of them hangs
 */
record Route(QueueName queue, boolean toNode, boolean waitForProvider, boolean oneOfAll, int lane) {

  /** A way for calls of one answer. */
  Route(QueueName queue, boolean toNode, boolean waitForProvider) {
    this(queue, toNode, waitForProvider, false, 0);
  }

  /** The same way for calls that wait. */
  Route waiting() {
    return new Route(queue, toNode, true, oneOfAll, lane);
  }

  /** Another lane of the same way. */
  Route lane(int number) {
    return new Route(queue, toNode, waitForProvider, oneOfAll, number);
  }

  /** Who pushes in this lane: one push of a sender to a queue is under way at a time. */
  String sender(String client) {
    String kind = client + (waitForProvider ? ":w" : ":n");
    return lane == 0 ? kind : kind + lane;
  }
}
