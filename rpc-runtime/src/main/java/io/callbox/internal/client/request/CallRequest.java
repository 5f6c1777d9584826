package io.callbox.internal.client.request;

import io.callbox.internal.wire.RequestEnvelope;
import io.callbox.rpc.CallTimes;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The request of a call that waits for a reply.
 *
 * @param number identifies the call among those of its client: the last part of its id
 * @param envelope the request itself
 * @param startNanos when the call starts, in this machine's ticks
 * @param timeoutNanos its timeout
 * @param listener receives its times on the server; null for none
 */
public record CallRequest(
    long number,
    RequestEnvelope envelope,
    long startNanos,
    long timeoutNanos,
    @Nullable Consumer<CallTimes> listener) {}
