package io.callbox.internal.gateway.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.node.HeldRequest;
import io.callbox.node.RpcNode;
import io.callbox.node.WaitingRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the requests of a service for pages: those that wait in its queue, and those that workers
 * hold. Waits for Redis.
 */
final class Waiting {

  private static final int MOST = 20;

  private final RpcNode node;
  private final ConsoleSettings settings;

  Waiting(RpcNode node, ConsoleSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /** Returns the requests that are taken next, and those held longest. */
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
    writeCall(held.method(), held.caller(), out);
    out.writeNumberField("ageMs", held.age().toMillis());
    out.writeStringField("request", settings.shown(held.request()));
    out.writeEndObject();
  }

  private void write(WaitingRequest waiting, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeCall(waiting.method(), waiting.caller(), out);
    out.writeNumberField("waitingMs", waiting.waiting().toMillis());
    out.writeStringField("request", settings.shown(waiting.request()));
    out.writeEndObject();
  }

  private static void writeCall(String method, @Nullable String caller, JsonGenerator out)
      throws IOException {
    out.writeStringField("method", method);
    if (caller != null) {
      out.writeStringField("caller", caller);
    }
  }
}
