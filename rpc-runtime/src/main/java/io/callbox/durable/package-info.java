/**
 * Durable calls as an operator sees them: those of a service, whoever submitted them.
 *
 * <p>May import {@code rpc}, {@code internal.concurrent}, {@code internal.wire} and {@code
 * transport}. Start reading at {@link io.callbox.durable.SubmittedCalls}.
 */
@NullMarked
package io.callbox.durable;

import org.jspecify.annotations.NullMarked;
