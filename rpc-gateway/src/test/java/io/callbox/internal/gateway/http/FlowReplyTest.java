package io.callbox.internal.gateway.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How events reach a server that nobody may block, and how they end. */
final class FlowReplyTest {

  private static final byte[] HALF_A_MEBIBYTE = new byte[1 << 19];

  private final ExecutorService eventLoop = Executors.newSingleThreadExecutor();
  private final ExecutorService workers = Executors.newSingleThreadExecutor();

  @AfterEach
  void stopThem() {
    eventLoop.shutdownNow();
    workers.shutdownNow();
  }

  /** Asks for one buffer when it subscribes, and for no more. */
  private static class Reader implements Flow.Subscriber<ByteBuffer> {

    final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
    final CompletableFuture<Throwable> failed = new CompletableFuture<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(1);
      subscribed.complete(subscription);
    }

    @Override
    public void onNext(ByteBuffer buffer) {}

    @Override
    public void onError(Throwable failure) {
      failed.complete(failure);
    }

    @Override
    public void onComplete() {
      failed.cancel(false);
    }
  }

  private static Flow.Publisher<ByteBuffer> events(Answer.Feed feed, Executor executor) {
    return FlowReply.of("GET", new Answer.Events(Map.of(), feed), executor).body();
  }

  private static <T> T known(CompletableFuture<T> future) throws Exception {
    return future.get(30, TimeUnit.SECONDS);
  }

  @Test
  void feedIsOpenedAndClosedOutsideOfTheThreadsOfTheServer() throws Exception {
    CompletableFuture<Thread> opened = new CompletableFuture<>();
    CompletableFuture<Thread> closed = new CompletableFuture<>();
    Reader reader = new Reader();
    Thread loop = eventLoop.submit(Thread::currentThread).get();

    eventLoop.execute(
        () ->
            events(
                    sink -> {
                      opened.complete(Thread.currentThread());
                      return () -> closed.complete(Thread.currentThread());
                    },
                    workers)
                .subscribe(reader));

    assertNotEquals(loop, known(opened));
    Flow.Subscription subscription = known(reader.subscribed);
    eventLoop.execute(subscription::cancel);
    assertNotEquals(loop, known(closed));
  }

  @Test
  void fullExecutorFailsTheEvents() throws Exception {
    Reader reader = new Reader();
    Executor full =
        task -> {
          throw new RejectedExecutionException("full");
        };

    events(sink -> () -> {}, full).subscribe(reader);

    assertInstanceOf(RejectedExecutionException.class, known(reader.failed));
  }

  @Test
  void feedThatCannotBeOpenedFailsTheEvents() throws Exception {
    Reader reader = new Reader();

    events(
            sink -> {
              throw new IllegalStateException("on purpose");
            },
            workers)
        .subscribe(reader);

    assertEquals("on purpose", known(reader.failed).getMessage());
  }

  @Test
  void eventsOfASlowReaderFailBeyondTheBound() throws Exception {
    Reader reader = new Reader();
    CompletableFuture<Void> closed = new CompletableFuture<>();

    events(
            sink -> {
              for (int sent = 0; sent < 4; sent++) {
                sink.send("much", HALF_A_MEBIBYTE);
              }
              return () -> closed.complete(null);
            },
            workers)
        .subscribe(reader);

    assertInstanceOf(TimeoutException.class, known(reader.failed));
    known(closed);
  }

  @Test
  void readerThatThrowsHasGone() throws Exception {
    CompletableFuture<EventSink> opened = new CompletableFuture<>();
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Reader reader =
        new Reader() {
          @Override
          public void onNext(ByteBuffer buffer) {
            throw new IllegalStateException("on purpose");
          }
        };

    events(
            sink -> {
              opened.complete(sink);
              return () -> closed.complete(null);
            },
            workers)
        .subscribe(reader);

    known(closed);
    known(opened).send("late", HALF_A_MEBIBYTE); // is dropped, and throws nothing
  }
}
