package io.callbox.internal.server.reply;

import io.callbox.internal.concurrent.PushBatcher;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.transport.Delivery;
import io.callbox.transport.PushResult;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Pushes replies, each with the acknowledgment of its request, and acknowledgments without replies.
 * Messages for one destination that gather meanwhile leave together. Safe for use by many threads.
 */
final class ReplyPushes {

  private static final byte[] NOT_HELD = {};

  private final Transport transport;
  private final PushBatcher<QueueName, Entry> replies;
  private final PushBatcher<QueueName, Acknowledgment> acknowledgments;

  /**
   * Creates pushes that keep replies for at least this time, in milliseconds.
   *
   * @param later ends the waits of few messages for others
   */
  ReplyPushes(Transport transport, long leastMillis, TaskScheduler later) {
    this.transport = transport;
    this.replies = new PushBatcher<>(new ReplyTarget(transport, leastMillis), later);
    this.acknowledgments = new PushBatcher<>(new AcknowledgmentTarget(transport), later);
  }

  /**
   * Pushes a reply that is kept for this time; completes when Redis has it, or fails. If the
   * acknowledgment is a separate step, it follows while the next replies are pushed, so a master
   * that is away delays only the acknowledgments of its own requests.
   *
   * @param put runs when Redis has the reply, if the acknowledgment is a separate step
   */
  CompletableFuture<@Nullable Void> reply(
      QueueName queue, ReplyMessage answer, long keepMillis, Runnable put) {
    Delivery request = answer.request();
    QueueName taken = request.taken();
    if (taken == null || !transport.acknowledgesApart()) {
      return push(queue, new Entry(answer, keepMillis));
    }
    Delivery notHeld = new Delivery(request.queue(), NOT_HELD, null);
    Entry alone = new Entry(new ReplyMessage(answer.element(), notHeld), keepMillis);
    return push(queue, alone)
        .thenCompose(
            done -> {
              put.run();
              return acknowledge(taken, request);
            });
  }

  private CompletableFuture<@Nullable Void> push(QueueName queue, Entry entry) {
    replies.push(queue, entry);
    return entry.end;
  }

  /** Acknowledges a request on the list of taken requests; completes in the same way. */
  CompletableFuture<@Nullable Void> acknowledge(QueueName taken, Delivery request) {
    Acknowledgment one = new Acknowledgment(request);
    acknowledgments.push(taken, one);
    return one.end;
  }

  /** Pushes messages that wait for others. */
  void release() {
    replies.release();
    acknowledgments.release();
  }

  /** Forgets reply lists without pushes under way. */
  void forgetIdle() {
    replies.forgetIdle();
    acknowledgments.forgetIdle();
  }

  private static final class Entry extends PushBatcher.Awaited {

    final ReplyMessage answer;
    final long keepMillis;

    Entry(ReplyMessage answer, long keepMillis) {
      this.answer = answer;
      this.keepMillis = keepMillis;
    }

    @Override
    public int bytes() {
      return answer.element().length() + answer.request().message().length;
    }
  }

  private static final class Acknowledgment extends PushBatcher.Awaited {

    final Delivery request;

    Acknowledgment(Delivery request) {
      this.request = request;
    }

    @Override
    public int bytes() {
      return request.message().length;
    }
  }

  private record ReplyTarget(Transport transport, long leastMillis)
      implements PushBatcher.Target<QueueName, Entry> {

    @Override
    public CompletionStage<PushResult> push(QueueName queue, List<Entry> entries) {
      long keepMillis = leastMillis;
      List<ReplyMessage> answers = new ArrayList<>(entries.size());
      for (Entry entry : entries) {
        keepMillis = Math.max(keepMillis, entry.keepMillis);
        answers.add(entry.answer);
      }
      return transport
          .reply(queue, answers, Duration.ofMillis(keepMillis))
          .thenApply(put -> PushResult.ALL);
    }
  }

  private record AcknowledgmentTarget(Transport transport)
      implements PushBatcher.Target<QueueName, Acknowledgment> {

    @Override
    public CompletionStage<PushResult> push(QueueName taken, List<Acknowledgment> all) {
      List<Delivery> requests = all.stream().map(each -> each.request).toList();
      return transport.acknowledge(taken, requests).thenApply(done -> PushResult.ALL);
    }
  }
}
