package io.callbox.internal.lease;

import io.callbox.transport.QueueName;

/**
 * A call that ends when its node is gone.
 *
 * @param inbox the inbox of that node
 * @param lost ends the call, unless it has completed
 */
public record WatchedCall(QueueName inbox, Runnable lost) {}
