package io.callbox.internal.client;

/**
 * The parts of a client on which its channels work.
 *
 * @param requests makes requests
 * @param calls sends calls
 * @param oneWay sends calls that have no reply
 * @param streams opens streams
 * @param durable submits durable calls
 * @param callbacks runs the callbacks of futures
 */
record ClientParts(
    RequestFactory requests,
    CallSender calls,
    OneWayCalls oneWay,
    ClientStreams streams,
    DurableClient durable,
    CallbackExecutor callbacks) {}
