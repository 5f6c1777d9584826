package io.callbox.internal.gateway.console;

import io.callbox.deadletter.LetterFilter;
import io.callbox.durable.CallFilter;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.gateway.calls.Directory;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Endpoint;
import io.callbox.internal.gateway.http.Endpoint.Access;
import io.callbox.internal.gateway.http.Request;
import io.callbox.node.RpcNode;
import io.callbox.rpc.DurableOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import io.callbox.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The console: its pages, their data and their actions. Safe for use by many threads. The code that
 * creates it closes it.
 */
public final class Console implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final int THREADS = 3;
  private static final int MOST_QUESTIONS = 50;

  private final Sessions sessions = new Sessions();
  private final ScheduledExecutorService executor = executor();

  /**
   * The threads that answer questions of pages. They are separate, so that many questions delay
   * neither the live figures nor actions.
   */
  private final ExecutorService questions = questions();

  private final ConsoleSettings settings;
  private final LiveFeed feed;
  private final Letters letters;
  private final Waiting waiting;
  private final DurableCallsPage durable;
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** Creates a console for the namespace of a node. */
  public Console(
      RpcNode node,
      Transport transport,
      Directory directory,
      RawCalls calls,
      ConsoleSettings settings,
      @Nullable Authenticator authenticator) {
    BulkRuns runs = new BulkRuns(node, executor, this::tell);
    this.settings = settings;
    this.feed = new LiveFeed(node, directory, executor, admission(authenticator), runs::latest);
    this.letters = new Letters(node, settings);
    this.waiting = new Waiting(node, settings);
    this.durable = new DurableCallsPage(transport, settings);
    Actions actions = new Actions(node, calls, durable, runs, settings);
    endpoints.addAll(Assets.endpoints());
    endpoints.addAll(new SessionRoutes(sessions, authenticator, settings).endpoints());
    endpoints.add(new Endpoint("GET", "/console/api/events", Access.VIEWER, feed::answer));
    endpoints.add(new Endpoint("GET", "/console/api/dead", Access.VIEWER, this::deadLetters));
    endpoints.add(new Endpoint("GET", "/console/api/calls", Access.VIEWER, this::durableCalls));
    endpoints.add(new Endpoint("GET", "/console/api/next", Access.VIEWER, this::next));
    endpoints.add(
        new Endpoint(
            "POST",
            "/console/api/action",
            Access.VIEWER,
            new ActionRoute(actions, sessions, settings, executor)));
  }

  private LiveFeed.Admission admission(@Nullable Authenticator authenticator) {
    return new LiveFeed.Admission() {

      @Override
      public boolean isKnown(Request request) {
        if (authenticator == null) {
          return true;
        }
        Optional<Caller> now = authenticator.authenticate(request.head());
        return now.or(() -> sessions.authenticate(request.head()))
            .filter(request.caller()::equals)
            .isPresent();
      }

      @Override
      public boolean mayView(Caller caller) {
        return settings.mayView(caller, "");
      }
    };
  }

  private void tell(byte[] run) {
    feed.tell("bulk", run);
  }

  private static ScheduledExecutorService executor() {
    return new ScheduledThreadPoolExecutor(THREADS, Console::thread);
  }

  private static ExecutorService questions() {
    return new ThreadPoolExecutor(
        THREADS,
        THREADS,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(MOST_QUESTIONS),
        Console::thread);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "callbox-gateway-console");
    thread.setDaemon(true);
    return thread;
  }

  /** Returns the endpoints of its pages and of their data. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints);
  }

  /** Identifies browsers of callers who have signed in. */
  public Authenticator sessions() {
    return sessions;
  }

  private CompletionStage<Answer> deadLetters(Request request) {
    return asked(
        request,
        service -> {
          Map<String, String> query = request.query();
          LetterFilter filter;
          int from;
          try {
            filter = FilterReader.read(name -> query.getOrDefault(name, ""), letters.now(service));
            from = Integer.parseInt(query.getOrDefault("from", "0"));
          } catch (NumberFormatException malformed) {
            return Answer.refusal(
                400, StatusCode.INVALID_REQUEST, "'from' and times are whole numbers");
          } catch (IllegalArgumentException malformed) {
            return Answer.refusal(
                400, StatusCode.INVALID_REQUEST, String.valueOf(malformed.getMessage()));
          }
          return Answer.json(200, letters.page(service, Math.max(0, from), filter));
        });
  }

  /** Returns a service's newest durable calls, or one call by id. */
  private CompletionStage<Answer> durableCalls(Request request) {
    Map<String, String> query = request.query();
    String id = query.get("id");
    try {
      CallFilter filter =
          DurableCallsPage.filter(
              query.getOrDefault("state", ""), query.getOrDefault("method", ""));
      String wanted = id == null ? null : DurableOptions.checkedId(id);
      return asked(
          request,
          service ->
              Answer.json(
                  200,
                  wanted == null ? durable.newest(service, filter) : durable.one(service, wanted)));
    } catch (IllegalArgumentException malformed) {
      return CompletableFuture.completedFuture(
          Answer.refusal(
              400, StatusCode.INVALID_REQUEST, "'state', 'method' or 'id' is malformed"));
    }
  }

  /** Returns the next requests of a service's queue. */
  private CompletionStage<Answer> next(Request request) {
    return asked(request, service -> Answer.json(200, waiting.next(service)));
  }

  /** Answers a question about a service, on a thread that may wait for Redis. */
  private CompletionStage<Answer> asked(Request request, Function<String, Answer> answer) {
    String service = request.query().getOrDefault("service", "");
    if (!Namespace.isService(service)) {
      return CompletableFuture.completedFuture(
          Answer.refusal(400, StatusCode.INVALID_REQUEST, "name a service"));
    }
    if (!settings.mayView(request.caller(), service)) {
      return CompletableFuture.completedFuture(
          Answer.refusal(
              403, StatusCode.PERMISSION_DENIED, request.caller() + " may not see " + service));
    }
    try {
      return answered(() -> answer.apply(service));
    } catch (RejectedExecutionException full) {
      return CompletableFuture.completedFuture(
          Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, "pages ask for too much at once")
              .with("Retry-After", "1"));
    }
  }

  private CompletionStage<Answer> answered(Supplier<Answer> question) {
    return CompletableFuture.supplyAsync(question, questions)
        .exceptionally(
            failure -> {
              Throwable cause = StageFailure.cause(failure);
              if (cause instanceof RpcException refused) {
                return Answer.refusal(
                    503, refused.code(), refused.code() + ": " + refused.getMessage());
              }
              LOG.error("a question of the console failed", cause);
              return Answer.refusal(
                  500, StatusCode.INTERNAL, "the gateway failed; its log says why");
            });
  }

  /** Ends the open pages, and opens no more. */
  public void drain() {
    feed.close();
  }

  @Override
  public void close() {
    feed.close();
    questions.shutdownNow();
    executor.shutdownNow();
  }
}
