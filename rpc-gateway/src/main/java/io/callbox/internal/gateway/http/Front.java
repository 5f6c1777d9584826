package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.failure.StageFailure;
import io.callbox.rpc.StatusCode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Admits a request before a byte of its body is read, if its head fits and there is room, and lets
 * its route answer it. It does not depend on a server, so a test can use it without a socket. Safe
 * for use by many threads.
 */
public final class Front {

  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final HeadRules heads;
  private final Rules rules;
  private final Semaphore room;

  /**
   * The rules for requests.
   *
   * @param authenticator identifies callers; null if every caller on loopback has access
   * @param sessions identifies browsers of callers who have signed in
   * @param origins the web pages that may use the gateway
   * @param rate the maximum number of requests per second of one caller
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

  /** Creates a front for these endpoints. */
  public Front(List<Endpoint> endpoints, Rules rules) {
    this.heads = new HeadRules(endpoints, rules);
    this.rules = rules;
    this.room = new Semaphore(rules.mostAtOnce());
  }

  int mostBytes() {
    return rules.mostBytes();
  }

  /** Decides on a request. */
  Admission admit(RequestHead head) {
    Admission decided = heads.admit(head);
    return decided instanceof Admission.Admitted && !room.tryAcquire()
        ? new Admission.Refused(busy(head))
        : decided;
  }

  /**
   * Answers an admitted request in any case, when its body has arrived or has failed.
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
    Request request =
        new Request(
            admitted.head(),
            query,
            admitted.caller(),
            body,
            gone,
            count -> rules.rate().take(admitted.caller(), count));
    return CompletableFuture.completedFuture(request)
        .thenCompose(admitted.endpoint().route()::answer) // an error of the route fails the stage
        .handle(
            (known, failure) -> {
              room.release();
              Answer answer =
                  failure == null ? bounded(admitted.head(), known) : failed(admitted, failure);
              return rules.origins().readable(admitted.head(), answer);
            });
  }

  /**
   * Returns the answer; without events if the client requested only the headers, because the events
   * would not end.
   */
  private static Answer bounded(RequestHead head, Answer answer) {
    return head.method().equals("HEAD") && answer instanceof Answer.Events
        ? Answer.nothing(200).with("Content-Type", "text/event-stream")
        : answer;
  }

  /**
   * Ends an admitted request whose body has not arrived completely, or for which no thread is free.
   */
  Answer withoutBody(Admission.Admitted admitted, Throwable failure) {
    room.release();
    Answer answer = missing(admitted, StageFailure.cause(failure)).with("Connection", "close");
    return rules.origins().readable(admitted.head(), answer);
  }

  /** Returns the answer to a request for which there is no room. */
  Answer busy(RequestHead head) {
    return rules.origins().readable(head, noRoom());
  }

  private static Answer noRoom() {
    return Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, "too many requests are under way")
        .with("Retry-After", "1");
  }

  private Answer missing(Admission.Admitted admitted, Throwable cause) {
    if (cause instanceof TimeoutException) {
      return Answer.refusal(408, StatusCode.INVALID_REQUEST, "the body took too long");
    }
    if (cause instanceof RejectedExecutionException) {
      return noRoom();
    }
    if (cause instanceof UncheckedIOException) {
      return failed(admitted, cause);
    }
    if (cause instanceof BodyTooLongException) {
      return heads.tooLong();
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
}
