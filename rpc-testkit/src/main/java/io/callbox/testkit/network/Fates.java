package io.callbox.testkit.network;

import io.callbox.testkit.network.Faults.Lateness;
import io.callbox.testkit.network.Faults.Way;
import java.time.Duration;
import java.util.SplittableRandom;

/**
 * Decides the fate of each message from the seed, its caller and the number of its call. Earlier
 * messages have no influence, so races between threads do not change the fate. Immutable.
 *
 * @param seed the seed
 * @param spread whether each message takes a small additional time, so that the seed determines the
 *     order of messages
 */
record Fates(long seed, boolean spread) {

  /** The maximum additional time: much less than a millisecond, the unit of all delays. */
  private static final long LONGEST_LATENCY_NANOS = 100_000;

  private static final long REQUEST = 1;
  private static final long REPLY = 2;
  private static final long UNREACHABLE = 3;
  private static final long LATENCY = 4;

  /** Returns the fate of a request. */
  FaultDecision ofRequest(Faults faults, CallKey call) {
    FaultDecision fate = decide(random(call, REQUEST), faults.requests(), Lateness.NEVER);
    return fate.later(latency(call, REQUEST));
  }

  /** Returns the fate of a reply. */
  FaultDecision ofReply(Faults faults, CallKey call) {
    FaultDecision fate = decide(random(call, REPLY), faults.replies(), faults.lateness());
    return fate.later(latency(call, REPLY));
  }

  /** Returns the time that a node takes to notice that it is cut off. */
  Duration unreachable(Faults faults, CallKey call) {
    return upTo(random(call, UNREACHABLE), faults.unreachable()).plus(latency(call, UNREACHABLE));
  }

  /** Returns the duration of a step of a call that is not a message. */
  Duration ofStep(CallKey call) {
    return latency(call, LATENCY);
  }

  private Duration latency(CallKey call, long kind) {
    return spread
        ? Duration.ofNanos(1 + random(call, -kind).nextLong(LONGEST_LATENCY_NANOS))
        : Duration.ZERO;
  }

  /** Draws the same numbers in the same order for all faults. */
  private static FaultDecision decide(SplittableRandom random, Way way, Lateness lateness) {
    boolean lost = random.nextDouble() < way.lost();
    boolean duplicated = random.nextDouble() < way.duplicated();
    Duration delay = upTo(random, way.delay());
    boolean late = random.nextDouble() < lateness.share();
    Duration more = lateness.from().plus(upTo(random, lateness.to().minus(lateness.from())));
    return new FaultDecision(lost, duplicated, late ? delay.plus(more) : delay);
  }

  private static Duration upTo(SplittableRandom random, Duration longest) {
    return Duration.ofMillis(random.nextLong(longest.toMillis() + 1));
  }

  private SplittableRandom random(CallKey call, long kind) {
    long mixed = seed;
    for (int index = 0; index < call.caller().length(); index++) {
      mixed = mixed * 31 + call.caller().charAt(index);
    }
    return new SplittableRandom((mixed * 31 + call.number()) * 31 + kind);
  }
}
