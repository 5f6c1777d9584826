/**
 * A transport within one process: for tests, and for services in the same process as their callers.
 *
 * <p>Start reading at {@link io.callbox.transport.memory.InMemoryTransport}.
 */
@NullMarked
package io.callbox.transport.memory;

import org.jspecify.annotations.NullMarked;
