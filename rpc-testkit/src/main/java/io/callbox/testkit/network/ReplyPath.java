package io.callbox.testkit.network;

import io.callbox.transport.Delivery;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The path of replies to the broker. A lost or late reply has left its server, and has acknowledged
 * its request; until it arrives, it waits in a queue of the network. Safe for use by many threads.
 */
final class ReplyPath {

  private final SimulatedNetwork network;

  ReplyPath(SimulatedNetwork network) {
    this.network = network;
  }

  CompletionStage<Integer> reply(
      String from, QueueName queue, List<ReplyMessage> answers, Duration keep) {
    for (ReplyMessage answer : answers) {
      if (answer.response().length > 0) {
        network.meter.reply(answer.response(), from);
      }
    }
    String to = Keys.repliesOf(queue);
    if (to == null || (network.lockstep == null && network.topology.isSound())) {
      return network.broker.reply(queue, answers, keep);
    }
    List<ReplyMessage> prompt = new ArrayList<>();
    CompletionStage<Integer> put = CompletableFuture.completedFuture(0);
    for (ReplyMessage answer : answers) {
      FaultDecision fate = fate(from, to, answer);
      if (fate.equals(FaultDecision.SAFE)) {
        prompt.add(answer);
      } else {
        put = put.thenCombine(detain(queue, answer, keep, fate), Integer::sum);
      }
    }
    return prompt.isEmpty()
        ? put
        : put.thenCombine(network.broker.reply(queue, prompt, keep), Integer::sum);
  }

  private FaultDecision fate(String from, String to, ReplyMessage answer) {
    if (answer.response().length == 0) {
      return FaultDecision.SAFE; // a message of a client that wakes itself up
    }
    if (network.topology.isCut(from, to)) {
      return new FaultDecision(true, false, Duration.ZERO);
    }
    String id = Envelope.of(answer.response()).id();
    return network.fates().ofReply(network.topology.between(from, to), CallKey.of(to, id));
  }

  private CompletionStage<Integer> detain(
      QueueName queue, ReplyMessage answer, Duration keep, FaultDecision fate) {
    QueueName detained = new QueueName("detained:" + queue.key());
    return network
        .broker
        .reply(detained, List.of(answer), keep)
        .whenComplete(
            (put, failure) -> release(put, detained, new Passage(queue, answer, keep, fate)));
  }

  private record Passage(QueueName queue, ReplyMessage answer, Duration keep, FaultDecision fate) {}

  private void release(@Nullable Integer put, QueueName detained, Passage passage) {
    if (put == null || put == 0) {
      return;
    }
    network.broker.withdraw(detained, passage.answer.response());
    network.meter.busy(-1);
    traceReply(passage, passage.fate.lost() ? "lost on its way to" : "sent to");
    if (passage.fate.lost()) {
      network.meter.lost();
    } else if (passage.fate.delay().isZero()) {
      arrive(passage);
    } else {
      network.timers.after(passage.fate.delay(), () -> arrive(passage));
    }
  }

  private void arrive(Passage passage) {
    Delivery answered = new Delivery(passage.queue, passage.answer.request().message(), null);
    ReplyMessage answer = new ReplyMessage(passage.answer.response(), answered);
    for (int copy = 0; copy < passage.fate.copies(); copy++) {
      network.meter.busy(1);
      traceReply(passage, "arrives at");
      network.broker.reply(passage.queue, List.of(answer), passage.keep);
    }
  }

  private void traceReply(Passage passage, String what) {
    String to = Keys.repliesOf(passage.queue);
    if (to != null) {
      network.trace.reply(passage.answer.response(), to, what, to);
    }
  }
}
