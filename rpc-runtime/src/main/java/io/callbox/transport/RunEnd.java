package io.callbox.transport;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The end of a run of a durable call.
 *
 * @param delivery the request, which the worker holds
 * @param id its call's id
 * @param method its method's name, without the service's
 * @param run the run that ends; null if there was none
 * @param ending the way in which it ended
 * @param outcome the result, or the error, as JSON
 * @param deadLetter the dead letter; null for none
 * @param keep the time for which the record stays after the end
 * @param pause the time before the next attempt
 * @param doneTo the channel on which its sender receives its result, if the broker sends it; null
 *     for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record RunEnd(
    Delivery delivery,
    String id,
    String method,
    @Nullable String run,
    Ending ending,
    byte[] outcome,
    byte @Nullable [] deadLetter,
    Duration keep,
    Duration pause,
    @Nullable String doneTo) {

  /** The way in which a run ended. */
  public enum Ending {
    /** The run ended with a result. */
    COMPLETED,
    /** The run ended with an error that is final. */
    FAILED,
    /** The run ended with an error, and there is another attempt. */
    AGAIN,
    /**
     * The run did not begin after all: the request goes back to its queue, as the next to be taken.
     */
    RETURNED,
    /**
     * The run does not begin now: the request waits in the schedule for a while. Without an
     * outcome, its service is paused; a call that was due stays due when it was. If there is an
     * outcome, the begin could not be confirmed, and the call fails with it once it has been put
     * off for as long as its record is kept, or for {@link CallStore#LONGEST_WAIT} if that is
     * shorter.
     */
    PUT_OFF
  }
}
