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
 */
record Route(QueueName queue, boolean toNode, boolean waitForProvider, boolean oneOfAll) {

  /** A way for calls of one answer. */
  Route(QueueName queue, boolean toNode, boolean waitForProvider) {
    this(queue, toNode, waitForProvider, false);
  }

  /** The same way for calls that wait. */
  Route waiting() {
    return new Route(queue, toNode, true, oneOfAll);
  }
}
