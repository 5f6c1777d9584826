package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.gateway.http.Endpoint.Access;
import io.callbox.rpc.StatusCode;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides by the head of a request whether to admit it, before a byte of its body is read, and lets
 * its route answer it. It does not depend on a server, so a test can use it without a socket. Safe
 * for use by many threads.
 */
public final class Front {

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final Map<String, Map<String, Endpoint>> endpoints = new LinkedHashMap<>();
  private final Rules rules;
  private final Semaphore room;

  /**
   * The rules for requests.
   *
   * @param authenticator identifies callers; null if everybody on loopback has access
   * @param sessions identifies browsers of callers who have signed in
   * @param origins the web pages that may use the gateway
   * @param rate how many requests a second each caller may send
   * @param mostBytes the maximum length of a body
   * @param mostAtOnce the maximum number of requests under way
   */
  public record Rules(
      @Nullable Authenticator authenticator,
      Authenticator sessions,
      Origins origins,
      Rate rate,
      int mostBytes,
      int mostAtOnce) {}

  /** The decision on a request. */
  sealed interface Admission {

    /** The request is refused with this answer. */
    record Refused(Answer answer) implements Admission {}

    /**
     * The request is admitted: the server may read its body, and must call {@link Front#answer}
     * exactly once.
     */
    record Admitted(Endpoint endpoint, RequestHead head, Caller caller) implements Admission {}
  }

  /** Creates a front for these endpoints. */
  public Front(List<Endpoint> endpoints, Rules rules) {
    for (Endpoint each : endpoints) {
      this.endpoints
          .computeIfAbsent(each.path(), path -> new LinkedHashMap<>())
          .put(each.method(), each);
    }
    this.rules = rules;
    this.room = new Semaphore(rules.mostAtOnce());
  }

  int mostBytes() {
    return rules.mostBytes();
  }

  /** Decides on a request. */
  Admission admit(RequestHead head) {
    String refusal = rules.origins().refusal(head);
    if (refusal != null) {
      return refused(head, Answer.refusal(403, StatusCode.PERMISSION_DENIED, refusal));
    }
    Map<String, Endpoint> methods = endpoints.get(head.path());
    if (methods == null) {
      return refused(
          head, Answer.refusal(404, StatusCode.INVALID_REQUEST, "there is nothing here"));
    }
    if (head.method().equals("OPTIONS") && head.header("origin") != null) {
      return refused(head, rules.origins().preflight());
    }
    Endpoint endpoint = methods.get(head.method().equals("HEAD") ? "GET" : head.method());
    if (endpoint == null) {
      String allowed = String.join(", ", methods.keySet());
      return refused(
          head,
          Answer.refusal(405, StatusCode.INVALID_REQUEST, "only " + allowed + " is understood here")
              .with("Allow", allowed));
    }
    return admit(endpoint, head);
  }

  private Admission admit(Endpoint endpoint, RequestHead head) {
    Optional<Caller> caller = caller(endpoint.access(), head);
    if (caller.isEmpty()) {
      return refused(
          head,
          Answer.refusal(
                  401,
                  StatusCode.UNAUTHENTICATED,
                  "send a known token: Authorization: Bearer <token>")
              .with("WWW-Authenticate", "Bearer"));
    }
    Answer unfit = unfit(head);
    if (unfit != null) {
      return refused(head, unfit);
    }
    if (endpoint.access() != Access.PUBLIC && !rules.rate().take(caller.get())) {
      return refused(
          head,
          Answer.refusal(
                  429,
                  StatusCode.RESOURCE_EXHAUSTED,
                  caller.get() + " sends too many requests a second")
              .with("Retry-After", "1"));
    }
    if (!room.tryAcquire()) {
      return new Admission.Refused(busy(head));
    }
    return new Admission.Admitted(endpoint, head, caller.get());
  }

  private Optional<Caller> caller(Access access, RequestHead head) {
    Authenticator authenticator = rules.authenticator();
    if (authenticator == null || access == Access.PUBLIC) {
      return Optional.of(Caller.LOCAL);
    }
    Optional<Caller> known = authenticator.authenticate(head);
    return known.isEmpty() && access == Access.VIEWER ? rules.sessions().authenticate(head) : known;
  }

  /**
   * Returns a refusal if the announced body is wrong. A web page cannot send JSON without a
   * preflight request.
   */
  private @Nullable Answer unfit(RequestHead head) {
    if (!head.method().equals("POST")) {
      return null;
    }
    String type = head.header("content-type");
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      return Answer.refusal(415, StatusCode.INVALID_REQUEST, "send Content-Type: application/json");
    }
    String length = head.header("content-length");
    return length != null && isTooLong(length) ? tooLong() : null;
  }

  private boolean isTooLong(String length) {
    try {
      return Long.parseLong(length) > rules.mostBytes();
    } catch (NumberFormatException malformed) {
      return true;
    }
  }

  private Answer tooLong() {
    return Answer.refusal(
        413,
        StatusCode.RESOURCE_EXHAUSTED,
        "a body may have " + rules.mostBytes() + " bytes at most");
  }

  private Admission refused(RequestHead head, Answer answer) {
    return new Admission.Refused(withOrigin(head, answer));
  }

  /**
   * Answers an admitted request in every case, once its body is here or is known not to come.
   *
   * @param gone completes if its client has gone
   */
  CompletionStage<Answer> answer(
      Admission.Admitted admitted,
      Map<String, String> query,
      CompletionStage<byte[]> body,
      CompletionStage<Void> gone) {
    return body.handle(
            (bytes, failure) ->
                failure == null
                    ? withBody(admitted, query, bytes, gone)
                    : CompletableFuture.completedStage(withoutBody(admitted, failure)))
        .thenCompose(answer -> answer);
  }

  private CompletionStage<Answer> withBody(
      Admission.Admitted admitted,
      Map<String, String> query,
      byte[] body,
      CompletionStage<Void> gone) {
    Request request = new Request(admitted.head(), query, admitted.caller(), body, gone);
    return CompletableFuture.completedFuture(request)
        .thenCompose(admitted.endpoint().route()::answer) // an error of the route fails the stage
        .handle(
            (known, failure) -> {
              room.release();
              return withOrigin(
                  admitted.head(),
                  failure == null ? bounded(admitted.head(), known) : failed(admitted, failure));
            });
  }

  /** Events would never end for whoever wants the headers only. */
  private static Answer bounded(RequestHead head, Answer answer) {
    return head.method().equals("HEAD") && answer instanceof Answer.Events
        ? Answer.nothing(200).with("Content-Type", "text/event-stream")
        : answer;
  }

  /** Ends an admitted request whose body did not come in full, or that no thread is free for. */
  Answer withoutBody(Admission.Admitted admitted, Throwable failure) {
    room.release();
    Throwable cause = StageFailure.cause(failure);
    return withOrigin(admitted.head(), missing(admitted, cause).with("Connection", "close"));
  }

  /** The answer to a request that there is no room for. */
  Answer busy(RequestHead head) {
    return withOrigin(
        head,
        Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, "too many requests are under way")
            .with("Retry-After", "1"));
  }

  private Answer missing(Admission.Admitted admitted, Throwable cause) {
    if (cause instanceof TimeoutException) {
      return Answer.refusal(408, StatusCode.INVALID_REQUEST, "the body took too long");
    }
    if (cause instanceof RejectedExecutionException) {
      return busy(admitted.head());
    }
    if (cause instanceof UncheckedIOException) {
      return failed(admitted, cause);
    }
    if (cause instanceof BodyTooLongException) {
      return tooLong();
    }
    LOG.debug("the body of a request to {} broke off", admitted.endpoint().path(), cause);
    return Answer.refusal(
        400, StatusCode.INVALID_REQUEST, "the body broke off, or is not what HTTP allows");
  }

  private static Answer failed(Admission.Admitted admitted, Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    LOG.error("{} {} failed", admitted.head().method(), admitted.endpoint().path(), cause);
    return Answer.refusal(500, StatusCode.INTERNAL, "the gateway failed; its log says why");
  }

  private Answer withOrigin(RequestHead head, Answer answer) {
    Answer open = answer;
    for (Map.Entry<String, String> each : rules.origins().headers(head).entrySet()) {
      open = open.with(each.getKey(), each.getValue());
    }
    return open;
  }
}
