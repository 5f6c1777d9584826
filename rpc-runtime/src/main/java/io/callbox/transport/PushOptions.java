package io.callbox.transport;

/**
 * The conditions under which a queue accepts requests. The push checks them in the same step.
 *
 * @param waitForProvider whether the queue accepts requests while it has no provider
 * @param maxLength how many requests may wait in the queue
 * @param sender the sender of the push; it has one push to a queue under way at a time
 * @param number grows with each push of the sender; a push that arrives twice, because its answer
 *     was lost, counts once
 */
public record PushOptions(boolean waitForProvider, int maxLength, String sender, long number) {}
