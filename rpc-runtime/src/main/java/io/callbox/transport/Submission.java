package io.callbox.transport;

import java.time.Duration;

/**
 * A durable call to submit to a {@link CallStore}.
 *
 * @param id its id, unique in its queue
 * @param method its method's name, without the service's
 * @param request its request
 * @param due the earliest time when it may run; 0 for at once
 * @param keep the time for which its record stays after the end
 * @param orFail whether to refuse it if its id is taken
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Submission(
    String id, String method, byte[] request, long due, Duration keep, boolean orFail) {}
