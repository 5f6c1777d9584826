package io.callbox.internal.client;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.transport.CallStore;
import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;

/** Submits durable calls that go to one queue together. Safe for use by many threads. */
final class SubmissionTarget implements PushBatcher.Target<QueueName, Submitting> {

  private final CallStore store;
  private final String sender;
  private final int maxQueueLength;
  private final AtomicLong lastPush = new AtomicLong();

  SubmissionTarget(CallStore store, ClientSettings settings) {
    this.store = store;
    this.sender = settings.node() + ':' + settings.incarnation() + ":d";
    this.maxQueueLength = settings.maxQueueLength();
  }

  @Override
  public CompletionStage<PushResult> push(QueueName queue, List<Submitting> calls) {
    PushOptions admission =
        new PushOptions(true, maxQueueLength, sender, lastPush.incrementAndGet());
    return store
        .submit(queue, calls.stream().map(Submitting::submission).toList(), admission)
        .thenApply(
            answers -> {
              for (int index = 0; index < calls.size(); index++) {
                calls.get(index).answered(answers.get(index));
              }
              return PushResult.ALL;
            });
  }
}
