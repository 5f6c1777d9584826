package io.callbox.internal.client;

import io.callbox.transport.QueueName;

/**
 * Where calls go.
 *
 * @param queue the queue
 * @param toNode whether it is the inbox of one node, whom nobody else can stand in for
 * @param waitForProvider whether they wait in it while nobody consumes it
 */
record Route(QueueName queue, boolean toNode, boolean waitForProvider) {

  /** The same way for calls that wait. */
  Route waiting() {
    return new Route(queue, toNode, true);
  }
}
