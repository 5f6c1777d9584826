package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.gateway.access.Caller;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.LiveServices;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.EventSink;
import io.callbox.internal.gateway.http.Request;
import io.callbox.log.MessageLog;
import io.callbox.node.RpcNode;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /console/api/events}: sends a snapshot every two seconds. It makes one snapshot for
 * all open pages, and none while no page is open. A page that has not read the last snapshot yet
 * skips one. Before each snapshot, it ends the pages of callers who may no longer see it. Safe for
 * use by many threads.
 */
final class LiveFeed {

  private static final Logger LOG = LoggerFactory.getLogger(LiveFeed.class);
  private static final Duration PERIOD = Duration.ofSeconds(2);
  private static final int MOST_PAGES = 100;
  private static final int MOST_OF_A_CALLER = 20;
  private static final byte[] UNREACHABLE =
      "{\"problem\":\"Redis does not answer\"}".getBytes(UTF_8);
  private static final byte[] MISTAKE =
      "{\"problem\":\"The gateway failed; its log says why\"}".getBytes(UTF_8);

  private final RpcNode node;
  private final Directory directory;
  private final ScheduledExecutorService executor;
  private final Supplier<byte @Nullable []> bulk;

  /** The pages that are open, and the requests that have opened them. */
  private final Map<EventSink, Request> pages = new ConcurrentHashMap<>();

  private final Admission admission;
  private final SeenServices seen = new SeenServices();
  private final MessageLog mistakes =
      MessageLog.of(LOG, "the console could not look at the nodes", 1, System::nanoTime);

  private volatile boolean closed;

  /** Guards against race between pages that open: one snapshot is planned at a time. */
  private final AtomicBoolean planned = new AtomicBoolean();

  /** Decides who may see the pages. Asked again while a page is open. */
  interface Admission {

    /** Returns whether the sender of a request is still known, and is still the same. */
    boolean isKnown(Request request);

    /** Returns whether a caller may see the pages. */
    boolean mayView(Caller caller);
  }

  /**
   * Creates a feed without pages.
   *
   * @param bulk returns the progress of a run over many dead letters; null if there is none
   */
  LiveFeed(
      RpcNode node,
      Directory directory,
      ScheduledExecutorService executor,
      Admission admission,
      Supplier<byte @Nullable []> bulk) {
    this.bulk = bulk;
    this.admission = admission;
    this.node = node;
    this.directory = directory;
    this.executor = executor;
  }

  CompletionStage<Answer> answer(Request request) {
    Caller caller = request.caller();
    if (!admission.mayView(caller)) {
      return CompletableFuture.completedFuture(
          Answer.refusal(403, StatusCode.PERMISSION_DENIED, caller + " may not see the console"));
    }
    if (closed || isFull(caller)) {
      String why = closed ? "the gateway ends" : "too many pages are open";
      return CompletableFuture.completedFuture(
          Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, why));
    }
    return CompletableFuture.completedFuture(
        new Answer.Events(Map.of(), page -> open(request, page)));
  }

  private boolean isFull(Caller caller) {
    return pages.size() >= MOST_PAGES
        || pages.values().stream().filter(each -> each.caller().equals(caller)).count()
            >= MOST_OF_A_CALLER;
  }

  private Runnable open(Request request, EventSink page) {
    pages.put(page, request);
    if (closed) {
      page.end();
    }
    plan(Duration.ZERO);
    return () -> pages.remove(page);
  }

  private void plan(Duration delay) {
    if (!pages.isEmpty() && planned.compareAndSet(false, true)) {
      try {
        executor.schedule(this::look, delay.toMillis(), TimeUnit.MILLISECONDS);
      } catch (RejectedExecutionException closed) {
        LOG.debug("the console closes", closed);
      }
    }
  }

  private void look() {
    planned.set(false);
    try {
      pages.forEach(this::endUnlessAdmitted);
      LiveServices live = directory.services().join();
      Set<String> left = seen.leftBy(live.services().keySet());
      byte[] snapshot = new Snapshot(node, live, left).bytes();
      byte[] run = bulk.get();
      idle().forEach(page -> use(page, each -> send(each, snapshot, run)));
    } catch (RuntimeException failure) {
      tellProblem(StageFailure.cause(failure));
    } finally {
      plan(PERIOD);
    }
  }

  private void tellProblem(Throwable failure) {
    boolean unreachable = failure instanceof RpcException;
    if (unreachable) {
      LOG.debug("Redis does not answer", failure);
    } else {
      mistakes.error(failure);
    }
    byte[] problem = unreachable ? UNREACHABLE : MISTAKE;
    pages.keySet().forEach(page -> use(page, each -> each.send("problem", problem)));
  }

  private void endUnlessAdmitted(EventSink page, Request request) {
    boolean admitted = false;
    try {
      admitted = admission.isKnown(request) && admission.mayView(request.caller());
    } catch (RuntimeException mistake) {
      LOG.error("whether {} may see the console cannot be decided", request.caller(), mistake);
    }
    if (!admitted) {
      pages.remove(page);
      use(page, EventSink::end);
    }
  }

  /**
   * Uses a page. A page whose server throws counts as gone, and does not affect the other pages.
   */
  private void use(EventSink page, Consumer<EventSink> use) {
    try {
      use.accept(page);
    } catch (RuntimeException mistake) {
      pages.remove(page);
      LOG.warn("a page of the console fails, and gets no more", mistake);
    }
  }

  private static void send(EventSink page, byte[] snapshot, byte @Nullable [] run) {
    page.send("snapshot", snapshot);
    if (run != null) {
      page.send("bulk", run);
    }
  }

  /** Sends an event to all pages that have read the previous events. */
  void tell(String event, byte[] data) {
    idle().forEach(page -> use(page, each -> each.send(event, data)));
  }

  private Stream<EventSink> idle() {
    return pages.keySet().stream().filter(EventSink::idle);
  }

  void close() {
    closed = true;
    pages.keySet().forEach(page -> use(page, EventSink::end));
  }
}
