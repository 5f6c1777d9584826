package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.RequestHead;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/**
 * The gateway as a Jetty 12 handler, for its own server or for the user's. Reads and writes without
 * blocking: a slow client occupies a connection and some bytes, but no thread.
 */
public final class JettyDoor extends Handler.Abstract {

  /** A request attribute, which is set when the body must not be read any further. */
  private static final String UNREAD = "io.callbox.gateway.unread";

  private final Front front;
  private final Duration patience;

  /** Creates a handler; it gives up a body that takes longer than {@code patience}. */
  public JettyDoor(Front front, Duration patience) {
    this.front = front;
    this.patience = patience;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    request.addIdleTimeoutListener(idle -> false); // a call has its own timeout
    RequestHead head = head(request);
    Map<String, String> query = query(request);
    ClientWatch watch = new ClientWatch(request);
    answer(front.admit(head), request, query, watch)
        .thenAccept(answer -> write(answer, request, response, callback, watch))
        .exceptionally(
            failure -> {
              watch.end();
              callback.failed(failure);
              return null;
            });
    return true;
  }

  private CompletionStage<Answer> answer(
      Admission admission, Request request, Map<String, String> query, ClientWatch watch) {
    if (admission instanceof Admission.Refused refused) {
      return passOver(request).handle((passed, failure) -> refused.answer());
    }
    Admission.Admitted admitted = (Admission.Admitted) admission;
    CompletableFuture<byte[]> body =
        read(request)
            .thenApply(
                bytes -> {
                  watch.begin();
                  return bytes;
                });
    return front.answer(admitted, query, body, watch.gone());
  }

  private CompletableFuture<byte[]> read(Request request) {
    BoundedBody body = new BoundedBody(front.mostBytes());
    new JettyBody(request, body).run();
    return inTime(body.whole, request);
  }

  /**
   * Reads the body of a refused request, so that the next one on its connection is found. It does
   * not wait for a body that is too long, that has no known length, that takes too long, or whose
   * client asks first whether to send it: then the connection ends with the answer.
   */
  private CompletableFuture<Void> passOver(Request request) {
    CompletableFuture<Void> passed = new CompletableFuture<>();
    if (request.getHeaders().contains(HttpHeader.EXPECT)) {
      request.setAttribute(UNREAD, true); // a read would ask the client for it
      passed.complete(null);
      return passed;
    }
    long bytes = request.getLength();
    if (bytes < 0 || bytes > front.mostBytes()) {
      passed.complete(null);
      return passed;
    }
    Content.Source.consumeAll(
        request, Callback.from(() -> passed.complete(null), passed::completeExceptionally));
    return inTime(passed, request);
  }

  /**
   * Bounds the time of a reading. After its time, the thread that began to read a body may still
   * read it, so no other code may read it then.
   */
  private <T> CompletableFuture<T> inTime(CompletableFuture<T> reading, Request request) {
    return reading
        .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete(
            (body, failure) -> {
              if (failure instanceof TimeoutException) {
                request.setAttribute(UNREAD, true);
              }
            });
  }

  private static RequestHead head(Request request) {
    Map<String, String> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), valueOf(field));
    }
    String path = Request.getPathInContext(request);
    return new RequestHead(request.getMethod(), path.isEmpty() ? "/" : path, headers);
  }

  private static String valueOf(HttpField field) {
    String value = field.getValue();
    return value == null ? "" : value;
  }

  private static Map<String, String> query(Request request) {
    Map<String, String> query = new HashMap<>();
    for (Fields.Field field : Request.extractQueryParameters(request)) {
      query.put(field.getName(), field.getValue());
    }
    return query;
  }

  private void write(
      Answer answer, Request request, Response response, Callback callback, ClientWatch watch) {
    response.setStatus(answer.status());
    HttpFields.Mutable headers = response.getHeaders();
    Answer.ALWAYS.forEach(headers::put);
    answer.headers().forEach(headers::put);
    if (request.getAttribute(UNREAD) != null || !request.consumeAvailable()) {
      headers.put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE); // the rest of its body may follow
    }
    if (answer instanceof Answer.Whole whole) {
      headers.put(HttpHeader.CONTENT_LENGTH, whole.body().length);
      answering(request, watch).run();
      boolean bodiless = request.getMethod().equals("HEAD");
      ByteBuffer body = ByteBuffer.wrap(bodiless ? new byte[0] : whole.body());
      response.write(true, body, callback);
    } else if (answer instanceof Answer.Events events) {
      headers.put(HttpHeader.CONTENT_TYPE, "text/event-stream");
      Outlet outlet =
          (bytes, last, written, failed) ->
              response.write(last, ByteBuffer.wrap(bytes), Callback.from(written, failed));
      QueuedEvents queue =
          new QueuedEvents(
              outlet,
              Pulse.within(patience),
              request.getContext(),
              failure -> end(callback, failure),
              answering(request, watch));
      watch.gone().thenRun(() -> queue.leave(new EofException("the client has gone")));
      queue.open(events.feed());
    }
  }

  private static void end(Callback callback, @Nullable Throwable failure) {
    if (failure == null) {
      callback.succeeded();
    } else {
      callback.failed(failure);
    }
  }

  /**
   * Returns a task for the time when the whole answer is known: it tells the gateway's own server
   * that the answer must leave in time.
   */
  private static Runnable answering(Request request, ClientWatch watch) {
    return () -> {
      watch.end();
      if (request.getAttribute(JettyServer.ANSWERING) instanceof Runnable known) {
        known.run();
      }
    };
  }
}
