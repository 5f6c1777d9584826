package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.durable.SubmittedCall;
import io.callbox.rpc.CallStatus.Progress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callbox calls show}. */
@Command(
    name = "show",
    description = "Show how far a durable call has come, and with what it ended.")
final class CallsShowCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();
  @Mixin private final CallName name = new CallName();

  @Override
  public Integer call() {
    try (connection) {
      SubmittedCall call =
          connection
              .node()
              .submittedCalls(name.service())
              .find(name.id())
              .orElseThrow(() -> name.gone(connection));
      output.value(json(call));
      return 0;
    }
  }

  static Map<String, @Nullable Object> json(SubmittedCall call) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", call.id());
    json.put("method", call.method());
    json.put("state", call.state());
    json.put("attempts", call.attempts());
    json.put("submitted", call.times().submitted());
    put(json, "due", call.times().due());
    put(json, "started", call.times().started());
    put(json, "ended", call.times().ended());
    Progress progress = call.progress();
    if (progress != null) {
      json.put(
          "progress",
          JsonValues.object(
              "done", progress.done(), "total", progress.total(), "text", progress.text()));
    }
    put(json, "error", parsed(call.error()));
    if (call.result() != null) {
      json.put("result", parsed(call.result()));
    }
    return json;
  }

  private static void put(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }

  private static @Nullable Object parsed(@Nullable String text) {
    try {
      return text == null ? null : JsonValues.parse(text);
    } catch (IllegalArgumentException noJson) {
      return text;
    }
  }
}
