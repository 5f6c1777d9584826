package io.callbox.testkit.network;

import io.callbox.transport.PushOptions;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The path of requests to the broker. Safe for use by many threads. */
final class RequestPath {

  private final SimulatedNetwork network;
  private final AtomicLong parts = new AtomicLong();

  RequestPath(SimulatedNetwork network) {
    this.network = network;
  }

  CompletionStage<PushResult> push(
      String from, QueueName queue, List<byte[]> messages, PushOptions admission) {
    List<Envelope> envelopes = new ArrayList<>(messages.size());
    for (byte[] message : messages) {
      Envelope envelope = Envelope.of(message);
      network.meter.request(message, envelope.method());
      envelopes.add(envelope);
    }
    if (network.lockstep == null && network.topology.isSound()) {
      return arrive(queue, messages, admission);
    }
    return provided(queue, admission)
        .thenCompose(
            provided -> {
              if (!provided) {
                return CompletableFuture.completedFuture(PushResult.unprovided(queue));
              }
              return send(from, queue, messages, envelopes, admission);
            });
  }

  private CompletionStage<Boolean> provided(QueueName queue, PushOptions admission) {
    return admission.waitForProvider()
        ? CompletableFuture.completedFuture(true)
        : network.broker.leases().providers(queue).thenApply(all -> !all.isEmpty());
  }

  /** A lost or late request counts as accepted, because its sender cannot know. */
  private CompletionStage<PushResult> send(
      String from,
      QueueName queue,
      List<byte[]> messages,
      List<Envelope> envelopes,
      PushOptions admission) {
    String to = Keys.inboxOf(queue);
    Faults faults = network.topology.between(from, to);
    boolean cut = to != null && network.topology.isCut(from, to);
    List<byte[]> prompt = new ArrayList<>();
    for (int index = 0; index < messages.size(); index++) {
      byte[] message = messages.get(index);
      FaultDecision fate =
          network.fates().ofRequest(faults, CallKey.of(from, envelopes.get(index).id()));
      int copies = cut ? 0 : fate.copies();
      network.trace.request(message, copies == 0 ? "lost on its way to" : "sent to", queue.key());
      if (copies == 0) {
        network.meter.lost();
      }
      List<byte[]> sent = Collections.nCopies(copies, message);
      if (fate.delay().isZero()) {
        prompt.addAll(sent);
      } else {
        sent.forEach(each -> arriveAfter(fate.delay(), queue, each, admission));
      }
    }
    return prompt.isEmpty()
        ? CompletableFuture.completedFuture(PushResult.ALL)
        : arrive(queue, prompt, alone(admission))
            .thenApply(admitted -> prompt.size() == messages.size() ? admitted : PushResult.ALL);
  }

  private void arriveAfter(Duration delay, QueueName queue, byte[] message, PushOptions admission) {
    network.timers.after(delay, () -> arrive(queue, List.of(message), alone(admission)));
  }

  /**
   * Returns other options for a part of a push, because the parts must not look like repetitions of
   * the same push.
   */
  private PushOptions alone(PushOptions admission) {
    return new PushOptions(
        admission.waitForProvider(),
        admission.maxLength(),
        admission.sender() + "-part-" + parts.incrementAndGet(),
        admission.number());
  }

  /**
   * Lets requests arrive. It counts before it pushes, because a fast worker may answer before the
   * push returns.
   */
  private CompletionStage<PushResult> arrive(
      QueueName queue, List<byte[]> messages, PushOptions admission) {
    network.meter.busy(messages.size());
    messages.forEach(message -> network.trace.request(message, "arrives at", queue.key()));
    return network
        .broker
        .push(queue, messages, admission)
        .whenComplete((admitted, failure) -> network.meter.busy(-refused(admitted, messages)));
  }

  private static int refused(@Nullable PushResult admitted, List<byte[]> messages) {
    if (admitted == null) {
      return messages.size();
    }
    return admitted.refusal() == null ? 0 : messages.size() - admitted.accepted();
  }
}
