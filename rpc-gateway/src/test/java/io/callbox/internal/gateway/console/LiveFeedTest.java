package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.callbox.gateway.LogLines;
import io.callbox.gateway.Waiting;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import io.callbox.gateway.library.LibrarySkeleton;
import io.callbox.gateway.library.Shelves;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.EventSink;
import io.callbox.internal.gateway.http.Request;
import io.callbox.node.RpcNode;
import io.callbox.transport.Namespace;
import io.callbox.transport.PushOptions;
import io.callbox.transport.memory.InMemoryTransport;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LiveFeedTest {

  private static final Caller KNOWN = new Caller("known");
  private static final Caller DISMISSED = new Caller("dismissed");

  private static final class Rules implements LiveFeed.Admission {

    private volatile boolean dismissed;

    @Override
    public boolean isKnown(Request request) {
      return !dismissed || request.caller().equals(KNOWN);
    }

    @Override
    public boolean mayView(Caller caller) {
      return true;
    }
  }

  private static class Page implements EventSink {

    final CountDownLatch first = new CountDownLatch(1);
    final CountDownLatch third = new CountDownLatch(3);

    @Override
    public boolean idle() {
      return true;
    }

    @Override
    public void whenIdle(Runnable task) {
      task.run();
    }

    @Override
    public void send(String name, byte[] data) {
      first.countDown();
      third.countDown();
    }

    @Override
    public void end() {}
  }

  /** A page whose server throws when it sends. */
  private static final class Broken extends Page {

    final AtomicInteger uses = new AtomicInteger();

    @Override
    public void send(String name, byte[] data) {
      uses.incrementAndGet();
      throw new IllegalStateException("on purpose");
    }
  }

  /** A page whose server throws when it ends. */
  private static final class Unending extends Page {

    final AtomicInteger uses = new AtomicInteger();

    @Override
    public void end() {
      uses.incrementAndGet();
      throw new IllegalStateException("on purpose");
    }
  }

  /** A page that keeps its last snapshot. */
  private static final class Reading extends Page {

    volatile String last = "";

    @Override
    public void send(String name, byte[] data) {
      last = new String(data, UTF_8);
    }
  }

  private static void open(LiveFeed feed, Caller caller, EventSink page) throws Exception {
    RequestHead head = new RequestHead("GET", "/console/api/events", Map.of());
    Request request =
        new Request(
            head, Map.of(), caller, new byte[0], new CompletableFuture<Void>(), more -> true);
    Answer answer = feed.answer(request).toCompletableFuture().get(30, TimeUnit.SECONDS);
    ((Answer.Events) answer).feed().open(page);
  }

  @Test
  void pageThatThrowsIsGoneAndTheOtherPagesGoOn() throws Exception {
    Page page = new Page();
    Broken broken = new Broken();
    Unending dismissed = new Unending();
    Rules rules = new Rules();
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode node = RpcNode.builder("console").transport(transport).start();
        Directory directory = new Directory(node, method -> true)) {
      LiveFeed feed = new LiveFeed(node, directory, executor, rules, () -> null);
      open(feed, KNOWN, broken);
      open(feed, DISMISSED, dismissed);
      open(feed, KNOWN, page);

      assertTrue(page.first.await(60, TimeUnit.SECONDS));
      rules.dismissed = true;
      assertTrue(page.third.await(60, TimeUnit.SECONDS)); // the second may be under way already
    } finally {
      executor.shutdownNow();
    }
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
    assertEquals(1, broken.uses.get());
    assertEquals(1, dismissed.uses.get());
  }

  @Test
  void lookThatFailsByAMistakeIsToldAndTheNextComes() throws Exception {
    Page page = new Page();
    AtomicInteger looks = new AtomicInteger();
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (LogLines log = LogLines.of(LiveFeed.class.getName());
        InMemoryTransport transport = new InMemoryTransport();
        RpcNode node = RpcNode.builder("console").transport(transport).start();
        Directory directory = new Directory(node, method -> true)) {
      LiveFeed feed = new LiveFeed(node, directory, executor, new Rules(), () -> noRunBut(looks));
      open(feed, KNOWN, page);
      assertTrue(page.first.await(60, TimeUnit.SECONDS));
      assertEquals(List.of("the console could not look at the nodes"), log.lines());
    } finally {
      executor.shutdownNow();
    }
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
  }

  /** The directory lists services on a thread of its own, so its mistakes come wrapped. */
  @Test
  void mistakeThatLastsIsLoggedOnceAndThePageTellsIt() throws Exception {
    Reading page = new Reading();
    AtomicInteger looks = new AtomicInteger();
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (LogLines log = LogLines.of(LiveFeed.class.getName());
        InMemoryTransport transport = new InMemoryTransport();
        RpcNode node =
            RpcNode.builder("console")
                .transport(transport)
                .register(new LibrarySkeleton(new Shelves()))
                .start();
        Directory directory =
            new Directory(
                node,
                method -> {
                  looks.incrementAndGet();
                  throw new IllegalStateException("on purpose");
                })) {
      LiveFeed feed = new LiveFeed(node, directory, executor, new Rules(), () -> null);
      open(feed, KNOWN, page);
      Waiting.until(() -> looks.get() >= 2);
      Waiting.until(
          () -> page.last.equals("{\"problem\":\"The gateway failed; its log says why\"}"));
      assertEquals(List.of("the console could not look at the nodes"), log.lines());
    } finally {
      executor.shutdownNow();
    }
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
  }

  private static byte @Nullable [] noRunBut(AtomicInteger looks) {
    if (looks.getAndIncrement() == 0) {
      throw new IllegalStateException("on purpose");
    }
    return null;
  }

  @Test
  void serviceWhoseLastNodeHasLeftIsShownWithWhatWaitsForIt() throws Exception {
    Reading page = new Reading();
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    try (InMemoryTransport transport = new InMemoryTransport();
        RpcNode node = RpcNode.builder("console").transport(transport).start();
        Directory directory = new Directory(node, method -> true)) {
      RpcNode worker =
          RpcNode.builder("worker")
              .transport(transport)
              .register(new LibrarySkeleton(new Shelves()))
              .start();
      LiveFeed feed = new LiveFeed(node, directory, executor, new Rules(), () -> null);
      open(feed, KNOWN, page);
      Waiting.until(() -> page.last.contains("\"providers\":[\"worker\"]"));

      worker.close();
      transport
          .push(
              Namespace.NONE.service("Library"),
              List.of("{}".getBytes(UTF_8)),
              new PushOptions(true, 10, "test", 1))
          .toCompletableFuture()
          .get(30, TimeUnit.SECONDS);
      Waiting.until(
          () ->
              page.last.contains("\"name\":\"Library\"")
                  && page.last.contains("\"providers\":[],\"shards\":1,\"depth\":1"));
    } finally {
      executor.shutdownNow();
    }
    assertTrue(executor.awaitTermination(30, TimeUnit.SECONDS));
  }
}
