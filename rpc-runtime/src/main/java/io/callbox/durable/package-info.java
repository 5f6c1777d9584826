/**
 * Durable calls as an operator sees them: the calls of a service from all submitters.
 *
 * <p>May import {@code rpc}, {@code internal.concurrent}, {@code internal.wire} and {@code
 * transport}. Start reading at {@link io.callbox.durable.SubmittedCalls}.
 */
@NullMarked
package io.callbox.durable;

import org.jspecify.annotations.NullMarked;
