/**
 * Calls for callers without a stub: the contracts that nodes serve now, a node for each caller, and
 * calls by name with JSON. Start with {@link io.callbox.internal.gateway.calls.RawCalls}. Imports
 * {@code gateway.access} and the public packages of the runtime.
 */
@NullMarked
package io.callbox.internal.gateway.calls;

import org.jspecify.annotations.NullMarked;
