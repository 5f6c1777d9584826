package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import java.util.Map;

/**
 * An admitted request. Immutable; the array must not change.
 *
 * @param head its head
 * @param query the parameters of its URI, decoded; the first one of several with the same name
 * @param caller its sender; {@link Caller#LOCAL} if the gateway identifies no callers
 * @param body its body; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(RequestHead head, Map<String, String> query, Caller caller, byte[] body) {}
