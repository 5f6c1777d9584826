package io.callbox.internal.gateway.rpc;

import io.callbox.internal.failure.EndedFuture;
import io.callbox.internal.gateway.calls.CallHeaders;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Request;
import io.callbox.internal.gateway.http.Route;
import io.callbox.internal.gateway.rpc.Message.Batch;
import io.callbox.internal.gateway.rpc.Message.Entry;
import io.callbox.internal.gateway.rpc.Message.Invalid;
import io.callbox.internal.gateway.rpc.Message.Malformed;
import io.callbox.internal.gateway.rpc.Message.RpcRequest;
import io.callbox.internal.gateway.rpc.Message.Single;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * {@code POST /rpc}: passes JSON-RPC 2.0 through. An answer in JSON-RPC has status 200, even if it
 * is an error; a body that is not a request has 400; a body with only notifications has 204. A
 * stream is answered with events.
 */
public final class JsonRpcRoute implements Route {

  private static final int MOST_TOGETHER = 100;
  private static final byte[] NOTHING = new byte[0];

  private final RawCalls calls;
  private final OpenRpcRoute document;
  private final int perSecond;

  /**
   * Creates a route that calls through {@code calls}, and answers {@code rpc.discover} with the
   * document.
   *
   * @param perSecond the maximum number of requests per second of one caller: a larger batch never
   *     passes
   */
  public JsonRpcRoute(RawCalls calls, OpenRpcRoute document, int perSecond) {
    this.calls = calls;
    this.document = document;
    this.perSecond = perSecond;
  }

  @Override
  public CompletionStage<Answer> answer(Request request) {
    CallOptions options;
    try {
      options = CallHeaders.options(request.head());
    } catch (IllegalArgumentException malformed) {
      return refused(StatusCode.INVALID_REQUEST, String.valueOf(malformed.getMessage()));
    }
    Message message = MessageReader.read(request.body());
    if (message instanceof Malformed malformed) {
      return refused(StatusCode.PARSE_ERROR, malformed.why());
    } else if (message instanceof Single single
        && single.entry() instanceof RpcRequest call
        && Answer.Events.areTakenBy(request.head())) {
      return eventsOrWhole(request, call, options);
    } else if (message instanceof Single single) {
      int status = single.entry() instanceof Invalid ? 400 : 200;
      return response(request, single.entry(), options).thenApply(body -> whole(status, body));
    }
    return batch(request, ((Batch) message).entries(), options);
  }

  /**
   * Returns events if the method returns a stream; otherwise, or if it cannot be called, a
   * response.
   */
  private CompletionStage<Answer> eventsOrWhole(
      Request request, RpcRequest call, CallOptions options) {
    String id = call.id();
    CompletableFuture<Optional<Flow.Publisher<String>>> items =
        id == null
            ? CompletableFuture.completedFuture(Optional.empty())
            : calls.stream(raw(request, call, options)).exceptionally(told -> Optional.empty());
    return items.thenCompose(
        found ->
            id != null && found.isPresent()
                ? CompletableFuture.completedFuture(ItemEvents.of(id, found.get()))
                : response(request, call, options).thenApply(body -> whole(200, body)));
  }

  private static RawCalls.Call raw(Request request, RpcRequest call, CallOptions options) {
    return new RawCalls.Call(
        request.caller(), call.method(), call.params(), options, call.id() == null);
  }

  private static CompletableFuture<Answer> refused(StatusCode status, String why) {
    return CompletableFuture.completedFuture(Answer.refusal(400, status, why));
  }

  private CompletionStage<Answer> batch(Request request, List<Entry> entries, CallOptions options) {
    if (entries.isEmpty() || entries.size() > MOST_TOGETHER) {
      return refused(StatusCode.INVALID_REQUEST, "a batch has 1 to " + MOST_TOGETHER + " requests");
    } else if (entries.size() > perSecond) {
      return refused(
          StatusCode.INVALID_REQUEST,
          "a batch has at most "
              + perSecond
              + " requests here, as many as a caller may send a second");
    }
    if (!request.extra().test(entries.size() - 1)) {
      String who = request.caller().toString();
      return CompletableFuture.completedFuture(
          Answer.tooMany(who + " sends too many requests a second: each of a batch counts"));
    }
    List<CompletableFuture<byte[]>> responses =
        entries.stream().map(entry -> response(request, entry, options)).toList();
    return CompletableFuture.allOf(responses.toArray(CompletableFuture[]::new))
        .thenApply(all -> whole(200, joined(responses)));
  }

  /** Returns the array of responses; empty if there are none. */
  private static byte[] joined(List<CompletableFuture<byte[]>> responses) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (CompletableFuture<byte[]> each : responses) {
      byte[] response = EndedFuture.result(each);
      if (response.length > 0) {
        out.write(out.size() == 0 ? '[' : ',');
        out.writeBytes(response);
      }
    }
    if (out.size() > 0) {
      out.write(']');
    }
    return out.toByteArray();
  }

  private static Answer whole(int status, byte[] body) {
    return body.length == 0 ? Answer.nothing(204) : Answer.json(status, body);
  }

  /** Returns the response to one request; empty for a notification. Never fails. */
  private CompletableFuture<byte[]> response(Request request, Entry entry, CallOptions options) {
    if (entry instanceof RpcRequest call) {
      return response(request, call, options);
    }
    Invalid invalid = (Invalid) entry;
    RpcException why = new RpcException(StatusCode.INVALID_REQUEST, invalid.why());
    return CompletableFuture.completedFuture(Responses.failure(invalid.id(), why));
  }

  private CompletableFuture<String> made(Request request, RpcRequest call, CallOptions options) {
    CompletableFuture<String> outcome = calls.make(raw(request, call, options));
    request.gone().thenRun(() -> outcome.cancel(true));
    return outcome;
  }

  private CompletableFuture<byte[]> response(
      Request request, RpcRequest call, CallOptions options) {
    String id = call.id();
    CompletableFuture<String> outcome =
        call.method().equals("rpc.discover") ? document.text() : made(request, call, options);
    return outcome.handle(
        (result, failure) -> {
          if (id == null) {
            return NOTHING;
          }
          return failure == null ? Responses.result(id, result) : Responses.failure(id, failure);
        });
  }
}
