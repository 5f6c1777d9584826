package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.IntPredicate;

/**
 * An admitted request. Immutable; the array must not change.
 *
 * @param head its head
 * @param query the parameters of its URI, decoded; the first one of several with the same name
 * @param caller its sender; {@link Caller#LOCAL} if the gateway identifies no callers
 * @param body its body; empty if it has none
 * @param gone completes if the client is known to have left before it has its answer, which is then
 *     not needed any more
 * @param extra takes rights of the caller's rate for the further requests of a batch; returns
 *     false, and takes none, if there are not enough
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
    RequestHead head,
    Map<String, String> query,
    Caller caller,
    byte[] body,
    CompletionStage<Void> gone,
    IntPredicate extra) {}
