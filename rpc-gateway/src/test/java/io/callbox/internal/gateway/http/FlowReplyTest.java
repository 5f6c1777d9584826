package io.callbox.internal.gateway.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
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

  private static final Duration QUIET = Duration.ofMillis(20);

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
    return FlowReply.of("GET", new Answer.Events(Map.of(), feed), QUIET, executor).body();
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
    EventSink sink = known(opened);
    assertDoesNotThrow(() -> sink.send("late", HALF_A_MEBIBYTE)); // is dropped
  }

  /** Reads all that comes, until it has heard what it awaits. */
  private static final class Listener extends Reader {

    final CompletableFuture<String> heard = new CompletableFuture<>();
    private final StringBuilder read = new StringBuilder();
    private final String awaited;

    Listener(String awaited) {
      this.awaited = awaited;
    }

    @Override
    public void onNext(ByteBuffer buffer) {
      read.append(UTF_8.decode(buffer));
      if (read.indexOf(awaited) >= 0) {
        heard.complete(read.toString());
      }
      subscribed.thenAccept(subscription -> subscription.request(1));
    }
  }

  @Test
  void streamThatHasNothingToSaySaysThatItIsThere() throws Exception {
    Listener reader = new Listener(": still here\n\n: still here\n\n");

    events(sink -> () -> {}, workers).subscribe(reader);

    String heard = known(reader.heard);
    assertTrue(heard.startsWith(": open\n\n"), heard);
  }

  /** As a servlet: its server tells it that the reader has gone when it writes, and not before. */
  @Test
  void readerOfASilentStreamIsMissedWhereOnlyWritesFail() throws Exception {
    CompletableFuture<Throwable> ended = new CompletableFuture<>();
    CompletableFuture<Void> closed = new CompletableFuture<>();
    Outlet outlet =
        (bytes, last, written, failed) -> {
          if (new String(bytes, UTF_8).equals(": open\n\n")) {
            written.run();
          } else {
            failed.accept(new IOException("the connection was closed"));
          }
        };

    new QueuedEvents(outlet, QUIET, workers, ended::complete, () -> {})
        .open(sink -> () -> closed.complete(null));

    assertInstanceOf(IOException.class, known(ended));
    known(closed);
  }
}
