package io.callbox.server;

import io.callbox.rpc.StatusCode;
import io.callbox.transport.Delivery;
import io.callbox.transport.TakeLoop;
import io.callbox.wire.Slice;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes requests over from the request loop, no more than there are permits for, and has each
 * served by the executor. A permit comes back when its request has been answered.
 */
final class RequestSink implements TakeLoop.Sink {

  private static final Logger LOG = LoggerFactory.getLogger(RequestSink.class);
  private static final int MAX_BATCH = 1_000;

  private final int concurrency;
  private final Semaphore permits;
  private final Executor executor;
  private final Dispatcher dispatcher;
  private final Replies replies;

  RequestSink(int concurrency, Executor executor, Dispatcher dispatcher, Replies replies) {
    this.concurrency = concurrency;
    this.permits = new Semaphore(concurrency);
    this.executor = executor;
    this.dispatcher = dispatcher;
    this.replies = replies;
  }

  @Override
  public int reserve() throws InterruptedException {
    if (!permits.tryAcquire(TakeLoop.WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
      return 0;
    }
    return 1 + permits.drainPermits();
  }

  @Override
  public void accept(List<Delivery> taken, int reserved) {
    permits.release(reserved - taken.size());
    for (Delivery delivery : taken) {
      execute(delivery);
    }
  }

  /** Waits until all that was taken is answered. Returns whether it is. */
  boolean awaitIdle(Duration bound) {
    try {
      return permits.tryAcquire(concurrency, bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void execute(Delivery delivery) {
    try {
      executor.execute(() -> serve(delivery));
    } catch (RejectedExecutionException full) {
      LOG.warn("the executor refused a request, which runs on the request loop instead");
      serve(delivery);
    }
  }

  private void serve(Delivery delivery) {
    Slice message = Slice.of(delivery.message());
    if (message.isArray() && !dispatcher.isTooLarge(message)) {
      serveBatch(message, delivery);
    } else {
      dispatcher.dispatch(message, delivery.queue(), this::answered);
    }
  }

  private void serveBatch(Slice message, Delivery delivery) {
    List<Slice> requests;
    try {
      requests = message.elements();
    } catch (IOException unreadable) {
      Dispatcher.refuse(message, this::answered, Failures.unreadable(unreadable));
      return;
    }
    if (requests.isEmpty() || requests.size() > MAX_BATCH) {
      String problem = "Invalid Request: a batch has 1 to " + MAX_BATCH + " requests";
      Dispatcher.refuse(
          message, this::answered, Failures.refusal(StatusCode.INVALID_REQUEST, problem));
      return;
    }
    BatchAnswers answers = new BatchAnswers(requests.size(), this::answered);
    for (int index = 0; index < requests.size(); index++) {
      dispatcher.dispatch(requests.get(index), delivery.queue(), answers.member(index));
    }
  }

  /** The permit comes back when Redis has the reply: a slow Redis slows the taking down. */
  private void answered(Answers.Address address, byte @Nullable [] response) {
    if (response == null) {
      permits.release();
    } else {
      replies.send(address, response).whenComplete((sent, failure) -> permits.release());
    }
  }
}
