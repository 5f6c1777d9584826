package io.callbox.transport;

import java.time.Duration;

/**
 * A durable request that a worker has taken and wants to run.
 *
 * @param delivery the request, which the worker holds
 * @param id its call's id
 * @param method its method's name, without the service's
 * @param due the earliest time when it may run; 0 for at once
 * @param sentAt the time when it was sent; 0 if the request does not say
 * @param longest the maximum duration of one run
 * @param keep the time for which its record stays after the end
 * @param run identifies this run: the worker's name, a slash and a number
 */
public record RunBegin(
    Delivery delivery,
    String id,
    String method,
    long due,
    long sentAt,
    Duration longest,
    Duration keep,
    String run) {}
