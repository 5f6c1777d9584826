package io.callbox.transport;

/**
 * What has to be true for a queue to accept requests. Checked in the same step as the push.
 *
 * @param waitForProvider accept requests even while nobody consumes the queue
 * @param maxLength how many requests may wait in the queue
 */
public record Admission(boolean waitForProvider, int maxLength) {}
