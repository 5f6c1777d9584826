package io.callbox.internal.server.reply;

import io.callbox.internal.concurrent.BrokerRequests;
import io.callbox.internal.concurrent.TaskScheduler;
import io.callbox.internal.lease.HeldRequests;
import io.callbox.internal.wire.ReplyAddress;
import io.callbox.internal.wire.RequestId;
import io.callbox.log.MessageLog;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.Delivery;
import io.callbox.transport.Element;
import io.callbox.transport.LeaseStore;
import io.callbox.transport.Namespace;
import io.callbox.transport.QueueName;
import io.callbox.transport.ReplyMessage;
import io.callbox.transport.Transport;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends responses, each in one step with the acknowledgment of its request; responses to one caller
 * leave together. While Redis is away, it sends a response again, for as long as Redis would keep
 * it. After that, or if Redis finally refuses it, it drops the response and acknowledges the
 * request: what has run must not look as if it had not. Safe for use by many threads.
 */
public final class ResponseSender {

  private static final byte[] NO_REQUEST = {};
  private static final Logger LOG = LoggerFactory.getLogger(ResponseSender.class);
  private static final MessageLog LOST = MessageLog.of(LOG, "{} is lost: {}");

  /** The time for which a reply is kept after its call's deadline. */
  private static final long KEEP_MILLIS = Duration.ofMinutes(1).toMillis();

  /** The maximum time for which a reply is kept, for any deadline. */
  private static final long LONGEST_KEEP_MILLIS = Duration.ofDays(1).toMillis();

  private final String node;
  private final Namespace namespace;
  private final BrokerClock clock;
  private final LeaseStore leases;
  private final HeldRequests heldRequests;
  private final ReplyPushes pushes;
  private final TaskScheduler later;
  private final OutageRetries retries;
  private final ChunkSplit split;

  /**
   * Creates a sender.
   *
   * @param later runs later attempts, and ends waits of few responses for others; its owner closes
   *     it
   */
  public ResponseSender(
      String node,
      Namespace namespace,
      Transport transport,
      TaskScheduler later,
      HeldRequests heldRequests) {
    this.node = node;
    this.namespace = namespace;
    this.clock = transport.clock();
    this.later = later;
    this.retries = new OutageRetries(later, clock);
    this.leases = transport.leases();
    this.heldRequests = heldRequests;
    this.split = new ChunkSplit(leases, heldRequests, retries);
    this.pushes = new ReplyPushes(transport, KEEP_MILLIS, later);
  }

  /** Sends a response; completes when it is sent, or when it is given up and logged. */
  public CompletableFuture<@Nullable Void> send(
      ReplyAddress address, byte[] response, Delivery request) {
    return send(address, Element.of(response), request, ResponseSender::goOn);
  }

  /**
   * Does the same.
   *
   * @param heldUp runs, perhaps several times, while Redis does not answer
   */
  public CompletableFuture<@Nullable Void> send(
      ReplyAddress address, Element response, Delivery request, Runnable heldUp) {
    return send(queueOf(address), keepMillis(address), new ReplyMessage(response, request), heldUp);
  }

  private CompletableFuture<@Nullable Void> send(
      QueueName queue, long keepMillis, ReplyMessage answer, Runnable heldUp) {
    long endNanos = clock.nanoTime() + TimeUnit.MILLISECONDS.toNanos(keepMillis);
    QueueName taken = answer.request().taken();
    AtomicBoolean put = new AtomicBoolean();
    Supplier<CompletableFuture<@Nullable Void>> step =
        () ->
            taken != null && put.get()
                ? pushes.acknowledge(taken, answer.request())
                : pushes.reply(queue, answer, keepMillis, () -> put.set(true));
    return finished(answer.request(), step, endNanos, heldUp);
  }

  /**
   * Sends a message after the first one to a request, which is already acknowledged; completes when
   * it is sent, or when it is given up and logged. Call it one at a time, so that messages keep
   * their order.
   */
  public CompletableFuture<@Nullable Void> sendMore(ReplyAddress address, byte[] message) {
    QueueName queue = queueOf(address);
    ReplyMessage more = new ReplyMessage(message, new Delivery(queue, NO_REQUEST, null));
    return send(queue, keepMillis(address), more, ResponseSender::goOn);
  }

  /**
   * Acknowledges a request without a response; completes when this is done or given up.
   *
   * @param heldUp runs, perhaps several times, while Redis does not answer
   */
  public CompletableFuture<@Nullable Void> acknowledge(Delivery request, Runnable heldUp) {
    QueueName taken = request.taken();
    if (taken == null) {
      heldRequests.remove(request);
      return CompletableFuture.completedFuture(null);
    }
    return finished(
        request, () -> pushes.acknowledge(taken, request), OutageRetries.NO_END, heldUp);
  }

  /**
   * Puts a dead letter; completes when it is stored, or after the first failure, or when it is
   * late. It is put again in the last two cases.
   */
  public CompletableFuture<@Nullable Void> deadLetter(
      Supplier<? extends CompletionStage<@Nullable Void>> put) {
    return retries.begun(put, KEEP_MILLIS, why -> LOST.warn("a dead letter", why.getMessage()));
  }

  /** Runs a step that acknowledges a request; completes when it is done or given up. */
  public CompletableFuture<@Nullable Void> untilDone(
      Delivery request, Supplier<CompletableFuture<@Nullable Void>> step) {
    return finished(
        request, () -> BrokerRequests.sent(step), OutageRetries.NO_END, ResponseSender::goOn);
  }

  /** Notes that this server no longer holds the request. */
  public void left(Delivery request) {
    heldRequests.remove(request);
  }

  /**
   * Puts a request that has not run back into its queue, as the next to be taken. All attempts have
   * one number: a late one must not put it back again.
   *
   * @param heldUp runs, perhaps several times, while Redis does not answer
   */
  public CompletableFuture<@Nullable Void> returnToQueue(Delivery request, Runnable heldUp) {
    long number = leases.nextReturn(request.queue());
    return finished(
        request,
        () -> BrokerRequests.sent(() -> leases.returnToQueue(request, number)),
        OutageRetries.NO_END,
        heldUp);
  }

  /** Returns the part that splits chunks whose members are answered one by one. */
  ChunkSplit split() {
    return split;
  }

  /** Runs a task that sends responses, after a delay in real time in which others may join them. */
  public void later(Duration delay, Runnable sending) {
    later.runInRealTime(delay, sending);
  }

  /** Forgets reply lists without pushes under way. */
  public void forgetIdle() {
    pushes.forgetIdle();
  }

  /** Gives up responses that Redis does not accept. */
  public void close() {
    retries.close();
    pushes.release(); // from now on no step waits for another
  }

  /** Runs a step, which throws nothing, for a request until it is done or given up. */
  private CompletableFuture<@Nullable Void> finished(
      Delivery request,
      Supplier<CompletableFuture<@Nullable Void>> step,
      long endNanos,
      Runnable heldUp) {
    CompletableFuture<@Nullable Void> finished = new CompletableFuture<>();
    step.get()
        .whenComplete(
            (done, failure) -> {
              if (failure == null) {
                left(request);
                finished.complete(null);
              } else {
                OutageRetries.Task<@Nullable Void> task =
                    new OutageRetries.Task<>(step, endNanos, heldUp);
                retries.failed(task, failure, (again, why) -> ended(request, task, why, finished));
              }
            });
    return finished;
  }

  /**
   * Handles the end of an attempt. Redis may accept an acknowledgment even if it accepts no reply.
   */
  private void ended(
      Delivery request,
      OutageRetries.Task<?> task,
      @Nullable Throwable failure,
      CompletableFuture<@Nullable Void> finished) {
    boolean reply = task.endNanos() != OutageRetries.NO_END;
    if (failure != null) {
      LOST.warn(reply ? "a reply" : "an acknowledgment", failure.getMessage());
    }
    if (failure != null && reply && !retries.isClosed()) {
      acknowledge(request, task.heldUp()).thenRun(() -> finished.complete(null));
      return;
    }
    if (failure == null || retries.isClosed()) {
      left(request);
    } // otherwise the request stays held, because it must not look as if it had not run
    finished.complete(null);
  }

  /** Does nothing while a step is held up. */
  private static void goOn() {}

  private QueueName queueOf(ReplyAddress address) {
    String asked = address.replyTo();
    if (asked != null && namespace.mayAnswerOn(asked, address.from())) {
      return new QueueName(asked);
    }
    RequestId id = address.id() == null ? RequestId.NULL : address.id();
    return namespace.reply(node, id.text());
  }

  private long keepMillis(ReplyAddress address) {
    long left = address.deadline() == 0 ? 0 : address.deadline() - clock.millis();
    return Math.min(KEEP_MILLIS + Math.max(0, left), LONGEST_KEEP_MILLIS);
  }
}
