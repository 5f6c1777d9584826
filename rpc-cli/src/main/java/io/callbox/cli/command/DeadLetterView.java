package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.deadletter.DeadLetter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a dead letter to people and programs. */
final class DeadLetterView {

  private DeadLetterView() {}

  /** Returns its members by name, without unknown ones. */
  static Map<String, @Nullable Object> json(DeadLetter letter) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", letter.id());
    json.put("reason", letter.reason());
    put(json, "at", letter.at());
    if (letter.attempts() > 0) {
      json.put("attempts", letter.attempts());
    }
    json.put("mayHaveRun", letter.mayHaveRun());
    put(json, "worker", letter.worker());
    put(json, "caller", letter.caller());
    put(json, "method", letter.method());
    put(json, "replayedFrom", letter.replayedFrom());
    DeadLetter.Failure error = letter.error();
    if (error != null) {
      json.put("error", JsonValues.object("type", error.type(), "message", error.message()));
    }
    json.put("request", request(letter));
    return json;
  }

  private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  /** Returns the request as JSON if it is JSON, otherwise as text. */
  static @Nullable Object request(DeadLetter letter) {
    try {
      return JsonValues.parse(letter.request());
    } catch (IllegalArgumentException noJson) {
      return letter.request();
    }
  }
}
