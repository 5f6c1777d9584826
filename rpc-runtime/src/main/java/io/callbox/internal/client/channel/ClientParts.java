package io.callbox.internal.client.channel;

import io.callbox.internal.client.call.CallSender;
import io.callbox.internal.client.call.OneWayCalls;
import io.callbox.internal.client.callback.CallbackExecutor;
import io.callbox.internal.client.durable.DurableClient;
import io.callbox.internal.client.request.RequestFactory;
import io.callbox.internal.client.stream.ClientStreams;

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
public record ClientParts(
    RequestFactory requests,
    CallSender calls,
    OneWayCalls oneWay,
    ClientStreams streams,
    DurableClient durable,
    CallbackExecutor callbacks) {}
