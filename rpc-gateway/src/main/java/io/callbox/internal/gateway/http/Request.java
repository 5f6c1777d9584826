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
 * @param gone completes if the client is known to have gone before it has its answer: nobody needs
 *     the answer any more
 * @param extra takes rights of the caller's rate for requests that this one holds besides itself,
 *     such as the others of a batch; false, and takes none, if there are not as many
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(
    RequestHead head,
    Map<String, String> query,
    Caller caller,
    byte[] body,
    CompletionStage<Void> gone,
    IntPredicate extra) {}
