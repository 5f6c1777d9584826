package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import java.util.Map;

/**
 * An admitted request. Immutable; the array must not change.
 *
 * @param head what it says before its body
 * @param query the parameters of its URI, decoded; of several of one name, the first
 * @param caller who sends it; {@link Caller#LOCAL} where anybody may
 * @param body its body; empty if it has none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Request(RequestHead head, Map<String, String> query, Caller caller, byte[] body) {}
