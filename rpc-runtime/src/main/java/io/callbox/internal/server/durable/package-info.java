/**
 * Serves durable calls: their records say whether a request runs, and keep how it has ended.
 *
 * <p>A request passes {@code DurableDispatch}, {@code DurableRequests}, and {@code BeginSteps},
 * which records the run; then the server's {@code CallRunner} runs it; its outcome, as {@code
 * RunEnds} writes it, goes into the record with {@code EndSteps}. {@code DueCalls} moves scheduled
 * calls into their queue.
 *
 * <p>Start reading at {@link io.callbox.internal.server.durable.DurableServer}, then {@link
 * io.callbox.internal.server.durable.DurableRequests}.
 */
@NullMarked
package io.callbox.internal.server.durable;

import org.jspecify.annotations.NullMarked;
