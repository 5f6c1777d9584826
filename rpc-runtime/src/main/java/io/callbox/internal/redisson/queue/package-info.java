/**
 * Requests that wait in a queue: pushed, looked at, withdrawn, moved and put back.
 *
 * <p>Start reading at {@link io.callbox.internal.redisson.queue.QueuePush}, then {@link
 * io.callbox.internal.redisson.queue.QueueReturns}.
 */
@NullMarked
package io.callbox.internal.redisson.queue;

import org.jspecify.annotations.NullMarked;
