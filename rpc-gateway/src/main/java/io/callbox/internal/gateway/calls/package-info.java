/**
 * Calls for callers without a stub: the contracts that nodes serve now, a node for each caller, and
 * calls by name with JSON. Start reading at {@link io.callbox.internal.gateway.calls.RawCalls}.
 */
@NullMarked
package io.callbox.internal.gateway.calls;

import org.jspecify.annotations.NullMarked;
