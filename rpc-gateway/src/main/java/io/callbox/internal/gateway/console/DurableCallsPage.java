package io.callbox.internal.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.durable.CallFilter;
import io.callbox.durable.SubmittedCall;
import io.callbox.durable.SubmittedCalls;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.rpc.CallStatus.Progress;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.CallStatus.Times;
import io.callbox.transport.BrokerClock;
import io.callbox.transport.CallStore;
import io.callbox.transport.Transport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service's durable calls, for pages: the newest first, or one. Waits for Redis. */
final class DurableCallsPage {

  private static final int MOST = 100;
  private static final int MOST_LOOKED = 5_000;

  private final CallStore store;
  private final BrokerClock clock;
  private final ConsoleSettings settings;

  DurableCallsPage(Transport transport, ConsoleSettings settings) {
    this.store = transport.calls(settings.namespace());
    this.clock = transport.clock();
    this.settings = settings;
  }

  private SubmittedCalls callsOf(String service) {
    return new SubmittedCalls(store, settings.namespace().service(service), clock);
  }

  /**
   * Reads a filter.
   *
   * @param state empty for any
   * @param method empty for any
   * @throws IllegalArgumentException if there is no such state, or the method is long
   */
  static CallFilter filter(String state, String method) {
    CallFilter filter = CallFilter.ALL.ofMethod(method.strip());
    return state.isEmpty() ? filter : filter.inState(State.valueOf(state));
  }

  /** Returns the newest calls that a filter accepts, of the newest few thousand. */
  byte[] newest(String service, CallFilter filter) {
    SubmittedCalls calls = callsOf(service);
    return page(calls.list(filter.ofService(service), MOST, MOST_LOOKED), calls.count());
  }

  /** Returns one call, with its result. */
  byte[] one(String service, String id) {
    Optional<SubmittedCall> call = callsOf(service).find(id);
    return page(call.stream().toList(), 1);
  }

  /** Cancels a call. Returns its state afterwards; empty if it is not known. */
  Optional<State> cancel(String service, String id) {
    return callsOf(service).cancel(id);
  }

  private byte[] page(List<SubmittedCall> calls, int total) {
    return RawJson.bytes(
        out -> {
          out.writeStartObject();
          out.writeNumberField("total", total);
          out.writeArrayFieldStart("calls");
          for (SubmittedCall each : calls) {
            write(each, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void write(SubmittedCall call, JsonGenerator out) throws IOException {
    Times times = call.times();
    out.writeStartObject();
    out.writeStringField("id", call.id());
    out.writeStringField("method", call.method());
    out.writeStringField("state", call.state().name());
    out.writeNumberField("submitted", times.submitted().toEpochMilli());
    out.writeNumberField("due", millis(times.due()));
    out.writeNumberField("attempts", call.attempts());
    out.writeNumberField("started", millis(times.started()));
    out.writeNumberField("ended", millis(times.ended()));
    writeText("progress", progress(call.progress()), out);
    String error = call.error();
    writeText("error", error == null ? null : settings.shownError(error), out);
    String result = call.result();
    writeText("result", result == null ? null : settings.shown(result), out);
    out.writeEndObject();
  }

  private static long millis(@Nullable Instant time) {
    return time == null ? 0 : time.toEpochMilli();
  }

  private static @Nullable String progress(@Nullable Progress progress) {
    if (progress == null) {
      return null;
    }
    byte[] json =
        RawJson.bytes(
            out -> {
              out.writeStartObject();
              out.writeNumberField("done", progress.done());
              out.writeNumberField("total", progress.total());
              out.writeStringField("text", progress.text());
              out.writeEndObject();
            });
    return new String(json, UTF_8);
  }

  private static void writeText(String name, @Nullable String text, JsonGenerator out)
      throws IOException {
    if (text != null) {
      out.writeStringField(name, text);
    }
  }
}
