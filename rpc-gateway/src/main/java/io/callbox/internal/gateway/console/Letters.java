package io.callbox.internal.gateway.console;

import com.fasterxml.jackson.core.JsonGenerator;
import io.callbox.deadletter.DeadLetter;
import io.callbox.deadletter.DeadLetters;
import io.callbox.deadletter.LetterFilter;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.node.RpcNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a service's dead letters for pages. Waits for Redis. */
final class Letters {

  private static final int PAGE = 50;

  /** The maximum number of letters that a filter may reject for one page. */
  private static final int MOST_LOOKED = 5_000;

  private static final int LOOKED_AT_ONCE = 200;
  private static final int MOST_CHARACTERS = 4 << 20;

  private final RpcNode node;
  private final ConsoleSettings settings;

  Letters(RpcNode node, ConsoleSettings settings) {
    this.node = node;
    this.settings = settings;
  }

  /**
   * The letters of a page.
   *
   * @param found the letters that the filter accepts
   * @param next the number of letters before the next page
   */
  private record Found(List<DeadLetter> found, int next) {}

  private static Found find(DeadLetters letters, int from, LetterFilter filter) {
    if (filter.isAll()) {
      List<DeadLetter> page = letters.list(from, PAGE);
      return new Found(page, from + page.size());
    }
    List<DeadLetter> found = new ArrayList<>();
    int characters = 0;
    int at = from;
    List<DeadLetter> some = letters.list(at, LOOKED_AT_ONCE);
    while (!some.isEmpty()) {
      for (DeadLetter each : some) {
        at++;
        if (filter.test(each)) {
          found.add(each);
          characters += each.request().length();
        }
        if (found.size() == PAGE || characters > MOST_CHARACTERS || at - from >= MOST_LOOKED) {
          return new Found(found, at);
        }
      }
      some = letters.list(at, LOOKED_AT_ONCE);
    }
    return new Found(found, at);
  }

  /** Returns the time by the clock of Redis. */
  Instant now(String service) {
    return node.deadLetters(service).now();
  }

  /** Returns a page of letters, the latest first. */
  byte[] page(String service, int from, LetterFilter filter) {
    DeadLetters letters = node.deadLetters(service);
    int total = letters.count();
    Found page = find(letters, from, filter);
    return RawJson.bytes(
        out -> {
          out.writeStartObject();
          out.writeNumberField("total", total);
          out.writeNumberField("from", from);
          out.writeNumberField("next", page.next);
          out.writeArrayFieldStart("letters");
          for (DeadLetter each : page.found) {
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
