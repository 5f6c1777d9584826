package io.callbox.gateway;

import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.gateway.http.FlowDoor;
import io.callbox.internal.gateway.http.FlowReply;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * A {@linkplain GatewayBuilder#mount mounted} gateway for servers that read and write without
 * blocking, such as Netty's: bodies are streams of {@link Flow}. It never blocks the thread that
 * calls it. The server limits connections and slow readers; the gateway limits everything else.
 *
 * <p>Safe for use by many threads. The code that mounted the gateway closes it, after the server.
 *
 * <pre>{@code
 * GatewayHandler handler = new GatewayHandler(gateway, executor);
 * handler.handle(head, query, body).thenAccept(response -> write(response));
 * }</pre>
 */
public final class GatewayHandler {

  private final FlowDoor door;

  /**
   * Creates a handler; each handler has its own limits.
   *
   * @param executor runs steps that may take a while, such as the authenticator and the authorizer,
   *     instead of the threads of the server. If it rejects a task, the request is refused with
   *     status 503; if events have not begun yet, their body fails
   */
  public GatewayHandler(Gateway gateway, Executor executor) {
    this.door = gateway.flowDoor(executor);
  }

  /**
   * A response. Immutable.
   *
   * @param status the HTTP status
   * @param headers all headers, one value for each name
   * @param events whether the body is events, each of which must leave at once
   * @param body the body, for one subscriber: cancel its subscription if the client goes. Events
   *     fail if more than a mebibyte of them is unread
   */
  public record Response(
      int status, Map<String, String> headers, boolean events, Flow.Publisher<ByteBuffer> body) {

    /** Copies the headers. */
    public Response {
      headers = Map.copyOf(headers);
    }

    private static Response of(FlowReply reply) {
      return new Response(reply.status(), reply.headers(), reply.events(), reply.body());
    }
  }

  /**
   * Answers a request.
   *
   * @param head its head, with the path below the one where the gateway is mounted: begins with a
   *     slash
   * @param query the query of its URI as it was sent; null if there is none
   * @param body its body, one buffer at a time; the handler reads it once, or not at all
   * @return cancel it if the client goes before there is a response: this cancels the call. Fails
   *     only because of a fault in the gateway
   */
  public CompletableFuture<Response> handle(
      RequestHead head, @Nullable String query, Flow.Publisher<ByteBuffer> body) {
    CompletableFuture<FlowReply> reply = door.answer(head, query, body);
    CompletableFuture<Response> response = reply.thenApply(Response::of);
    response.whenComplete(
        (known, failure) -> {
          if (response.isCancelled()) {
            reply.cancel(true);
          }
        });
    return response;
  }
}
