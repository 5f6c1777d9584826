package io.callbox.internal.client.durable;

import io.callbox.annotation.Sync;
import io.callbox.internal.client.request.ClientSettings;
import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallStore;
import io.callbox.transport.CallStore.Synced;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Submits durable calls to one queue, with the same sync, together. Safe for use by many threads.
 */
final class SubmissionTarget implements PushBatcher.Target<QueueName, Submitting> {

  /**
   * The longest wait until a call is stored in the place that its {@code sync} names. A disk that
   * is written once a second has the call by then, if it keeps up.
   */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private final CallStore store;
  private final Sync sync;
  private final Duration bound;
  private final String sender;
  private final int maxQueueLength;
  private final AtomicLong lastPush = new AtomicLong();

  /**
   * Creates a target. Pushes are numbered for each sender, so parallel pushes need different
   * senders.
   */
  SubmissionTarget(CallStore store, ClientSettings settings, Sync sync) {
    this.store = store;
    this.sync = sync;
    Duration half = settings.timeout().dividedBy(2);
    this.bound = half.compareTo(LONGEST) < 0 ? half : LONGEST;
    String lane = sync == Sync.NONE ? "" : sync.name().toLowerCase(Locale.ROOT);
    this.sender = settings.node() + ':' + settings.incarnation() + ":d" + lane;
    this.maxQueueLength = settings.maxQueueLength();
  }

  @Override
  public CompletionStage<PushResult> push(QueueName queue, List<Submitting> calls) {
    PushOptions admission =
        new PushOptions(true, maxQueueLength, sender, lastPush.incrementAndGet());
    return submit(queue, calls.stream().map(Submitting::submission).toList(), admission)
        .thenApply(
            answer -> {
              for (int index = 0; index < calls.size(); index++) {
                calls.get(index).answered(answer.submitted().get(index), answer.missed());
              }
              return PushResult.ALL;
            });
  }

  private CompletionStage<Synced> submit(
      QueueName queue, List<Submission> calls, PushOptions admission) {
    return sync == Sync.NONE
        ? store.submit(queue, calls, admission).thenApply(each -> new Synced(each, null))
        : store.submit(queue, calls, admission, sync, bound);
  }
}
