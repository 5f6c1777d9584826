package io.callbox.internal.gateway.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.node.HeldRequest;
import io.callbox.node.RpcNode;
import io.callbox.node.WaitingRequest;
import java.io.IOException;

/** Writes the requests that wait in a service's queue, for pages. Waits for Redis. */
final class Waiting {

  private static final int MOST = 20;

  private final RpcNode node;
  private final ConsoleSettings settings;

  Waiting(RpcNode node, ConsoleSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /** Returns the requests that are taken next. */
  byte[] next(String service) {
    return RawJson.bytes(
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("requests");
          for (WaitingRequest each : node.waiting(service, MOST)) {
            write(each, out);
          }
          out.writeEndArray();
          out.writeArrayFieldStart("held");
          for (HeldRequest each : node.held(service, MOST)) {
            write(each, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void write(HeldRequest held, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("worker", held.worker());
    out.writeStringField("method", held.method());
    String caller = held.caller();
    if (caller != null) {
      out.writeStringField("caller", caller);
    }
    out.writeNumberField("ageMs", held.age().toMillis());
    out.writeStringField("request", settings.shown(held.request()));
    out.writeEndObject();
  }

  private void write(WaitingRequest waiting, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("method", waiting.method());
    String caller = waiting.caller();
    if (caller != null) {
      out.writeStringField("caller", caller);
    }
    out.writeNumberField("waitingMs", waiting.waiting().toMillis());
    out.writeStringField("request", settings.shown(waiting.request()));
    out.writeEndObject();
  }
}
