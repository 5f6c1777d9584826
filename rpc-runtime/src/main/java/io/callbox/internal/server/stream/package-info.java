/**
 * The streams that a server produces: their items, their ends, and the callers that may be gone.
 *
 * <p>Start reading at {@link io.callbox.internal.server.stream.ServerStream}, then {@link
 * io.callbox.internal.server.stream.OpenStreams}.
 */
@NullMarked
package io.callbox.internal.server.stream;

import org.jspecify.annotations.NullMarked;
