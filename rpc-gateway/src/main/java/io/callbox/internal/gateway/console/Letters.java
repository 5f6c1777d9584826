package io.callbox.internal.gateway.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.deadletter.DeadLetter;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.node.RpcNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a service's dead letters for pages. Waits for Redis. */
final class Letters {

  private static final int PAGE = 50;

  private final RpcNode node;
  private final ConsoleSettings settings;

  Letters(RpcNode node, ConsoleSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /** A page of them, the latest first. */
  byte[] page(String service, int from) {
    int total = node.deadLetters(service).count();
    List<DeadLetter> letters = node.deadLetters(service).list(from, PAGE);
    return RawJson.bytes(
        out -> {
          out.writeStartObject();
          out.writeNumberField("total", total);
          out.writeNumberField("from", from);
          out.writeArrayFieldStart("letters");
          for (DeadLetter each : letters) {
            write(each, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private void write(DeadLetter letter, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", letter.id());
    out.writeStringField("method", letter.method());
    out.writeStringField("reason", letter.reason());
    Instant at = letter.at();
    out.writeNumberField("at", at == null ? 0 : at.toEpochMilli());
    out.writeNumberField("attempts", letter.attempts());
    writeText("worker", letter.worker(), out);
    writeText("caller", letter.caller(), out);
    out.writeBooleanField("mayHaveRun", letter.mayHaveRun());
    writeText("replayedFrom", letter.replayedFrom(), out);
    DeadLetter.Failure error = letter.error();
    if (error != null) {
      out.writeStringField("errorType", error.type());
      out.writeStringField("errorMessage", error.message());
    }
    out.writeStringField("request", settings.shown(letter.request()));
    out.writeEndObject();
  }

  private static void writeText(String name, @Nullable String text, JsonGenerator out)
      throws IOException {
    if (text != null) {
      out.writeStringField(name, text);
    }
  }
}
