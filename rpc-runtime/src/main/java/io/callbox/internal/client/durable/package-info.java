/**
 * Submits durable calls, and waits for their ends, of which only their records tell for certain.
 *
 * <p>{@code DurableClient} submits a call as {@code Submitting}. Its {@code DurableHandle} asks
 * {@code Outcomes}, which reads the record when a hint says that the call has ended ({@code
 * EndHints}), and need not if the result is told ({@code ResultChannel}).
 *
 * <p>Start reading at {@link io.callbox.internal.client.durable.DurableClient}, then {@link
 * io.callbox.internal.client.durable.Outcomes}.
 */
@NullMarked
package io.callbox.internal.client.durable;

import org.jspecify.annotations.NullMarked;
