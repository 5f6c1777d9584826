package io.callbox.internal.lease;

import io.callbox.transport.QueueName;

/**
 * A call that ends when the node is gone that it was sent to.
 *
 * @param inbox where that node takes it from
 * @param lost ends the call, unless it has completed
 */
public record WatchedCall(QueueName inbox, Runnable lost) {}
