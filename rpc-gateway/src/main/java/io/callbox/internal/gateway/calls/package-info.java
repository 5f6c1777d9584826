/**
 * Calls for callers who have no stub: the live contracts of what is served, a node for each caller,
 * and calls by name with JSON. Start with {@link io.callbox.internal.gateway.calls.RawCalls}.
 * Imports {@code gateway.access}, and of the runtime what any program may.
 */
@NullMarked
package io.callbox.internal.gateway.calls;

import org.jspecify.annotations.NullMarked;
