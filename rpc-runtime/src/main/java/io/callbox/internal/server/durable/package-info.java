/**
 * Serves durable calls: their records say whether a request runs, and keep how it has ended.
 *
 * <p>Start reading at {@link io.callbox.internal.server.durable.DurableServer}, then {@link
 * io.callbox.internal.server.durable.DurableRequests}.
 */
@NullMarked
package io.callbox.internal.server.durable;

import org.jspecify.annotations.NullMarked;
