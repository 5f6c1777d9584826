package io.callbox.internal.gateway.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.callbox.internal.gateway.calls.CallHeaders;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.EventSink;
import io.callbox.internal.gateway.http.Request;
import io.callbox.internal.gateway.http.Route;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.StatusCode;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;

/**
 * {@code POST /mcp}: the protocol's Streamable HTTP, without state. A client that asks for
 * progress, or waits for the result of a task, receives events; any other client receives one
 * answer.
 *
 * <p>A client receives a random session id when it initializes. The server stores no session: the
 * id only tells which client's request a cancellation means.
 */
public final class McpRoute implements Route {

  private static final Logger LOG = LoggerFactory.getLogger(McpRoute.class);
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String SESSION = "Mcp-Session-Id";
  private static final int SESSION_BYTES = 16;
  private static final int MOST_SESSION_CHARACTERS = 128;

  private final McpService service;
  private final RunningRequests running = new RunningRequests();

  /** Creates a route to this service. */
  public McpRoute(McpService service) {
    this.service = service;
  }

  @Override
  public CompletionStage<Answer> answer(Request request) {
    String version = request.head().header("mcp-protocol-version");
    if (version != null && !McpService.speaks(version)) {
      return done(
          Answer.refusal(
              400, StatusCode.INVALID_REQUEST, "this version of MCP is not spoken here"));
    }
    CallOptions options;
    try {
      options = CallHeaders.options(request.head());
    } catch (IllegalArgumentException malformed) {
      return done(
          Answer.refusal(400, StatusCode.INVALID_REQUEST, String.valueOf(malformed.getMessage())));
    }
    McpTransportContext context =
        McpTransportContext.create(
            Map.of(
                ToolCall.CALLER,
                request.caller(),
                ToolCall.PROGRESS,
                new CallProgress(),
                ToolCall.OPTIONS,
                options));
    JSONRPCMessage message;
    try {
      message = service.read(new String(request.body(), UTF_8));
    } catch (IOException malformed) {
      return done(
          Answer.refusal(400, StatusCode.PARSE_ERROR, "the body is not JSON of one message"));
    } catch (IllegalArgumentException malformed) {
      return done(
          Answer.refusal(400, StatusCode.INVALID_REQUEST, "the body is no message of JSON-RPC"));
    }
    if (message instanceof JSONRPCRequest asked) {
      return answer(asked, request, context);
    } else if (message instanceof JSONRPCNotification notification) {
      hear(notification, request, context);
    }
    return done(Answer.nothing(202));
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private CompletionStage<Answer> answer(
      JSONRPCRequest asked, Request request, McpTransportContext context) {
    boolean tells = Progress.of(asked).isPresent() || TaskRequests.awaited(asked) != null;
    if (tells && Answer.Events.areTakenBy(request.head())) {
      RunningRequests.Key key = key(request, asked.id());
      return done(new Answer.Events(Map.of(), sink -> events(asked, context, key, sink)));
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    RunningRequests.Key key = key(request, asked.id());
    Disposable.Swap swap = Disposables.swap();
    Disposable own = Disposables.composite(swap, () -> answer.complete(Answer.nothing(202)));
    running.began(key, own);
    request.gone().thenRun(own::dispose);
    swap.update(
        service
            .answer(asked, context)
            .doFinally(signal -> running.ended(key, own))
            .subscribe(
                response -> answer.complete(withSession(asked, whole(response))),
                answer::completeExceptionally));
    return answer;
  }

  private Answer whole(JSONRPCResponse response) {
    return Answer.json(200, json(response));
  }

  private static Answer withSession(JSONRPCRequest asked, Answer answer) {
    return asked.method().equals(McpSchema.METHOD_INITIALIZE)
        ? answer.with(SESSION, newSession())
        : answer;
  }

  private static String newSession() {
    byte[] random = new byte[SESSION_BYTES];
    RANDOM.nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }

  /** Sends progress, and changes of a task, until there is a response; then sends the response. */
  private Runnable events(
      JSONRPCRequest asked, McpTransportContext context, RunningRequests.Key key, EventSink sink) {
    Disposable.Composite all = Disposables.composite();
    running.began(key, all);
    all.add(sink::end);
    all.add(() -> running.ended(key, all));
    Progress.of(asked)
        .ifPresent(
            progress ->
                all.add(
                    progress
                        .notifications((CallProgress) context.get(ToolCall.PROGRESS))
                        .filter(each -> sink.idle())
                        .subscribe(each -> sink.send("message", json(each)))));
    all.add(
        service
            .whileAwaited(asked, context)
            .filter(each -> sink.idle())
            .subscribe(each -> sink.send("message", json(each))));
    all.add(
        service
            .answer(asked, context)
            .doFinally(signal -> all.dispose())
            .subscribe(
                response -> sink.send("message", json(response)),
                failure -> LOG.error("a request of MCP failed", failure)));
    return all::dispose;
  }

  private void hear(
      JSONRPCNotification notification, Request request, McpTransportContext context) {
    Optional<Object> cancelled = RunningRequests.cancelledBy(notification);
    if (cancelled.isPresent()) {
      running.cancel(key(request, cancelled.get()));
    } else {
      service
          .hear(notification, context)
          .subscribe(nothing -> {}, failure -> LOG.debug("a notification of MCP", failure));
    }
  }

  private static RunningRequests.Key key(Request request, Object id) {
    String session = request.head().header(SESSION);
    String known = session == null || session.length() > MOST_SESSION_CHARACTERS ? "" : session;
    return new RunningRequests.Key(request.caller().name() + ' ' + known, id);
  }

  private byte[] json(Object message) {
    try {
      return service.mapper().writeValueAsBytes(message);
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible); // writes only memory
    }
  }
}
