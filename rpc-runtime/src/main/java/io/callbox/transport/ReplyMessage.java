package io.callbox.transport;

/**
 * A response and the request it answers, which it acknowledges.
 *
 * @param response the response's bytes
 * @param request what it answers
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ReplyMessage(byte[] response, Delivery request) {}
