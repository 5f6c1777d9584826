package io.callbox.spring;

import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.util.ClassUtils;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Writes responses on the thread that serves their connection, if the server is Reactor Netty.
 *
 * <p>Before 1.2.18 and 1.3.6, Reactor Netty takes a connection for busy forever if another thread
 * ends a response without a body and the client's next request is faster than that thread. A
 * graceful shutdown then waits for a request that is long over (reactor-netty issue 4188). Streams
 * have a body, so they may be written on any thread.
 */
final class ServerThread {

  private static final boolean MAY_BE_NETTY =
      ClassUtils.isPresent(
          "reactor.netty.http.server.HttpServerRequest", ServerThread.class.getClassLoader());

  private ServerThread() {}

  /**
   * Returns the same response, subscribed to on the thread that serves the request's connection.
   */
  static Mono<Void> writes(ServerHttpRequest request, Mono<Void> response) {
    Object given = MAY_BE_NETTY ? ofServer(request) : null;
    Scheduler netty = given == null ? null : Netty.thread(given);
    return netty == null ? response : response.subscribeOn(netty);
  }

  /** Returns the server's own form of a request; null for a request of a test without a server. */
  private static @Nullable Object ofServer(ServerHttpRequest request) {
    try {
      return ServerHttpRequestDecorator.getNativeRequest(request);
    } catch (IllegalArgumentException | IllegalStateException none) {
      return null;
    }
  }

  /** Loaded only if Reactor Netty is present. */
  private static final class Netty {

    static @Nullable Scheduler thread(Object given) {
      if (!(given instanceof HttpServerRequest request)) {
        return null;
      }
      Scheduler[] thread = new Scheduler[1];
      request.withConnection(connection -> thread[0] = of(connection.channel().eventLoop()));
      return thread[0];
    }

    /**
     * Uses the thread as a plain executor: Reactor would decorate an executor service for each
     * response.
     */
    private static Scheduler of(Executor thread) {
      return Schedulers.fromExecutor(task -> thread.execute(task));
    }
  }
}
