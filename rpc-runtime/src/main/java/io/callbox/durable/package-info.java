/**
 * Durable calls as an operator sees them: the calls of a service from all submitters.
 *
 * <p>Start reading at {@link io.callbox.durable.SubmittedCalls}.
 */
@NullMarked
package io.callbox.durable;

import org.jspecify.annotations.NullMarked;
