package io.callbox.client;

import io.callbox.transport.QueueName;

/**
 * Where calls go.
 *
 * @param queue the queue
 * @param waitForProvider whether they wait in it while nobody consumes it
 */
record Route(QueueName queue, boolean waitForProvider) {}
