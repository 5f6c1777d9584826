package io.callbox.transport;

/**
 * What has to be true for a queue to accept requests. Checked in the same step as the push.
 *
 * @param waitForProvider accept requests even while nobody consumes the queue
 * @param maxLength how many requests may wait in the queue
 * @param sender who pushes: one sender has one push to a queue under way at a time
 * @param number grows with each push of the sender: a push that arrives twice, as it may when its
 *     answer was lost on the way, counts once
 */
public record PushOptions(boolean waitForProvider, int maxLength, String sender, long number) {}
