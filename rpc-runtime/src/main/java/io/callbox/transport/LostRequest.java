package io.callbox.transport;

import java.time.Duration;

/**
 * A durable request of a worker that died, which its heir now holds.
 *
 * @param delivery the request
 * @param id its call's id
 * @param method its method's name, without the service's
 * @param attempts the maximum number of runs of the call; 1 if it must not run again
 * @param error the failure if it does not run again, as JSON
 * @param deadLetter the dead letter in that case
 * @param keep the time for which its record stays after the end
 * @param worker the name of the dead worker; empty if it is unknown
 * @param own the runs of the heir
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record LostRequest(
    Delivery delivery,
    String id,
    String method,
    int attempts,
    byte[] error,
    byte[] deadLetter,
    Duration keep,
    String worker,
    OwnRuns own) {

  /** Returns the same request for the case that another worker has lost it. */
  public LostRequest of(String newWorker) {
    return new LostRequest(delivery, id, method, attempts, error, deadLetter, keep, newWorker, own);
  }
}
