package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.RequestHead;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The gateway for servlet servers. Reads and writes without blocking: a slow client occupies a
 * connection and some bytes, but no thread. Safe for use by many threads.
 */
public final class ServletDoor {

  private static final int PERMANENT_REDIRECT = 308;

  private final Front front;
  private final Duration patience;

  /** Creates it; it gives up a body that takes longer than {@code patience}. */
  public ServletDoor(Front front, Duration patience) {
    this.front = front;
    this.patience = patience;
  }

  /**
   * Answers a request, usually after this method has returned.
   *
   * @throws IOException if a refusal cannot be written
   * @throws IllegalStateException if the servlet or a filter before it supports no asynchronous
   *     answers
   */
  public void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (request.getPathInfo() == null) { // pages contain relative links
      response.setHeader("Location", request.getContextPath() + request.getServletPath() + '/');
      response.setStatus(PERMANENT_REDIRECT);
      return;
    }
    if (!request.isAsyncSupported()) {
      throw new IllegalStateException(
          "the gateway answers later: set asyncSupported for its servlet and the filters before"
              + " it");
    }
    RequestHead head = head(request);
    Admission admission = front.admit(head);
    if (admission instanceof Admission.Admitted admitted) {
      answer(admitted, request, response);
    } else if (admission instanceof Admission.Refused refused
        && refused.answer() instanceof Answer.Whole whole) {
      ServletExchange.begin(whole, response);
      response.getOutputStream().write(whole.body());
    }
  }

  private void answer(
      Admission.Admitted admitted, HttpServletRequest request, HttpServletResponse response) {
    // the servlet's own parameters would include those in a form's body
    Map<String, String> query = QueryText.parameters(request.getQueryString());
    ServletExchange exchange = begun(admitted, request, response);
    front
        .answer(admitted, query, body(request), exchange.gone())
        .thenAccept(exchange::write)
        .exceptionally(
            failure -> {
              exchange.fail(failure);
              return null;
            });
  }

  /**
   * Begins an exchange. An admitted request occupies room until it is answered, even if it cannot
   * be answered.
   */
  private ServletExchange begun(
      Admission.Admitted admitted, HttpServletRequest request, HttpServletResponse response) {
    try {
      return new ServletExchange(request, response, Pulse.within(patience));
    } catch (RuntimeException unable) {
      front.withoutBody(admitted, unable);
      throw unable;
    }
  }

  private CompletableFuture<byte[]> body(HttpServletRequest request) {
    if (!request.getMethod().equals("POST")) {
      return CompletableFuture.completedFuture(new byte[0]);
    }
    try {
      BoundedBody body = new BoundedBody(front.mostBytes());
      request.getInputStream().setReadListener(new ServletBody(request.getInputStream(), body));
      return body.whole.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException gone) {
      return CompletableFuture.failedFuture(gone);
    } catch (RuntimeException unreadable) { // a filter may have read the body
      return CompletableFuture.failedFuture(
          new UncheckedIOException(new IOException("the body cannot be read", unreadable)));
    }
  }

  private static RequestHead head(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    Principal principal = request.getUserPrincipal();
    return new RequestHead(
        request.getMethod(),
        request.getPathInfo(),
        headers,
        principal == null ? null : principal.getName());
  }
}
