package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.rpc.Executed;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.CallRecord;
import io.callbox.transport.CallStore;
import io.callbox.transport.QueueName;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Writes a service's durable calls for pages: the newest first, or one call. Waits for Redis. */
final class DurableCallsPage {

  private static final int MOST = 100;
  private static final int MOST_LOOKED = 5_000;
  private static final Duration BOUND = Duration.ofSeconds(5);

  private final CallStore store;
  private final ConsoleSettings settings;

  DurableCallsPage(Transport transport, ConsoleSettings settings) {
    this.store = transport.calls(settings.namespace());
    this.settings = settings;
  }

  /**
   * Returns the newest matching calls among the newest few thousand.
   *
   * @param state their state; empty for any
   * @param method a part of the method's name; empty for any
   */
  byte[] newest(String service, String state, String method) {
    QueueName queue = settings.namespace().service(service);
    List<String> ids = new ArrayList<>(await(store.list(queue, 0, CallStore.MOST_LISTED)));
    Collections.reverse(ids);
    List<String> wanted =
        state.isEmpty() && method.isEmpty() ? ids : found(queue, ids, state, method);
    return page(queue, wanted.subList(0, Math.min(MOST, wanted.size())), ids.size(), false);
  }

  private List<String> found(QueueName queue, List<String> ids, String state, String method) {
    List<String> found = new ArrayList<>();
    int looked = Math.min(ids.size(), MOST_LOOKED);
    for (int from = 0; from < looked && found.size() < MOST; from += MOST) {
      List<String> some = ids.subList(from, Math.min(from + MOST, looked));
      List<@Nullable CallRecord> records = await(store.read(queue, some, false));
      for (int at = 0; at < some.size(); at++) {
        CallRecord call = records.get(at);
        if (call != null
            && (state.isEmpty() || state.equals(call.state()))
            && call.method().contains(method)) {
          found.add(some.get(at));
        }
      }
    }
    return found;
  }

  /** Returns one call, with its result. */
  byte[] one(String service, String id) {
    return page(settings.namespace().service(service), List.of(id), 1, true);
  }

  /**
   * Cancels a call.
   *
   * @return its state afterwards; null if the call is unknown
   */
  @Nullable String cancel(String service, String id) {
    return await(store.cancel(settings.namespace().service(service), id));
  }

  private byte[] page(QueueName queue, List<String> ids, int total, boolean withResult) {
    List<@Nullable CallRecord> records =
        ids.isEmpty() ? List.of() : await(store.read(queue, ids, withResult));
    return RawJson.bytes(
        out -> {
          out.writeStartObject();
          out.writeNumberField("total", total);
          out.writeArrayFieldStart("calls");
          for (int at = 0; at < records.size(); at++) {
            CallRecord known = records.get(at);
            if (known != null) {
              write(ids.get(at), known, out);
            }
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void write(String id, CallRecord call, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", id);
    out.writeStringField("method", call.method());
    out.writeStringField("state", call.state());
    out.writeNumberField("submitted", call.submitted());
    out.writeNumberField("due", call.due());
    out.writeNumberField("attempts", call.attempts());
    out.writeNumberField("started", call.started());
    out.writeNumberField("ended", call.ended());
    writeJson("progress", call.progress(), out);
    writeJson("error", call.error(), out);
    byte[] result = call.result();
    if (result != null) {
      out.writeStringField("result", settings.shown(new String(result, UTF_8)));
    }
    out.writeEndObject();
  }

  private static void writeJson(String name, byte @Nullable [] json, JsonGenerator out)
      throws IOException {
    if (json != null) {
      out.writeStringField(name, new String(json, UTF_8));
    }
  }

  private static <T extends @Nullable Object> T await(CompletionStage<T> answer) {
    try {
      return answer.toCompletableFuture().get(BOUND.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new RpcException(StatusCode.CANCELLED, "interrupted while asking for durable calls");
    } catch (ExecutionException | TimeoutException failed) {
      if (failed.getCause() instanceof RpcException known) {
        throw known;
      }
      throw new RpcException(
          StatusCode.UNAVAILABLE, Executed.UNKNOWN, "no word of durable calls", failed);
    }
  }
}
