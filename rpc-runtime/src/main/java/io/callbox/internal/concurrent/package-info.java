/**
 * Threads and waiting: the poll loop, the executor, the scheduler, the batcher. It does not know
 * about calls.
 *
 * <p>Start reading at {@link io.callbox.internal.concurrent.PollLoop}.
 */
@NullMarked
package io.callbox.internal.concurrent;

import org.jspecify.annotations.NullMarked;
