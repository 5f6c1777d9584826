package io.callbox.transport;

/**
 * A response and the request that it answers and acknowledges.
 *
 * @param response the response's bytes
 * @param request the request that it answers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReplyMessage(byte[] response, Delivery request) {}
