package io.callbox.internal.gateway.http;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.callbox.internal.failure.StageFailure;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A servlet request that is answered later, exactly once. Any thread may end it. */
final class ServletExchange implements AsyncListener {

  private static final Logger LOG = LoggerFactory.getLogger(ServletExchange.class);

  private final AsyncContext async;
  private final boolean bodiless;
  private final HttpServletResponse response;
  private final Duration quiet;

  /**
   * The outlet of the answer; null before there is one. Guard against race: an answer races with
   * the end.
   */
  @GuardedBy("this")
  private @Nullable ServletOutlet outlet;

  /** Set if the server has ended it. */
  @GuardedBy("this")
  private boolean over;

  private final CompletableFuture<Void> gone = new CompletableFuture<>();

  /**
   * Begins to answer a request.
   *
   * @param quiet the time without an event after which a stream sends a sign of life
   */
  ServletExchange(HttpServletRequest request, HttpServletResponse response, Duration quiet) {
    this.quiet = quiet;
    this.bodiless = request.getMethod().equals("HEAD");
    this.response = response;
    this.async = request.startAsync();
    async.setTimeout(0); // no timeout here, because a call has its own
    async.addListener(this);
  }

  /**
   * Returns a stage that completes if the server ends it before it has an answer. With HTTP/1, no
   * server does so only because the client closes its connection: servlets learn of that when they
   * write.
   */
  CompletionStage<Void> gone() {
    return gone;
  }

  /** Sets the status and the headers. */
  static void begin(Answer answer, HttpServletResponse response) {
    response.setStatus(answer.status());
    Answer.ALWAYS.forEach(response::setHeader);
    answer.headers().forEach(response::setHeader);
    if (answer instanceof Answer.Whole whole) {
      response.setContentLength(whole.body().length);
    } else {
      response.setContentType("text/event-stream");
    }
  }

  /** Sends an answer. */
  void write(Answer answer) {
    ServletOutlet open = open(answer);
    if (open == null) {
      return;
    }
    if (answer instanceof Answer.Whole whole) {
      byte[] body = bodiless ? new byte[0] : whole.body();
      open.write(body, true, this::end, failure -> end());
    } else if (answer instanceof Answer.Events events) {
      new QueuedEvents(open, quiet, async::start, failure -> end(), () -> {}).open(events.feed());
    }
  }

  /** Returns the outlet of the answer's body; null if the client has gone. */
  private @Nullable ServletOutlet open(Answer answer) {
    try {
      synchronized (this) {
        if (over) {
          return null;
        }
        begin(answer, response);
        ServletOutputStream out = response.getOutputStream();
        ServletOutlet open = new ServletOutlet(out);
        out.setWriteListener(open);
        outlet = open;
        return open;
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /**
   * Ends an answer that cannot be sent: because of a fault in the gateway, or because the client
   * has gone.
   */
  void fail(Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    if (cause instanceof UncheckedIOException gone) {
      LOG.debug("nobody waits for an answer any more", gone);
    } else {
      LOG.error("an answer cannot be sent", cause);
      response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
    }
    end();
  }

  /** Tells the server that the answer is complete. */
  void end() {
    try {
      async.complete();
    } catch (IllegalStateException ended) {
      LOG.debug("the server has ended the request before", ended);
    }
  }

  @Override
  public void onComplete(AsyncEvent event) {
    ServletOutlet left;
    synchronized (this) {
      over = true;
      left = outlet;
    }
    if (left == null) {
      gone.complete(null);
    } else {
      left.onError(new IOException("the request has ended"));
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    onComplete(event);
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    onComplete(event);
  }

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
