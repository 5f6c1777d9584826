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
import picocli.CommandLine.Parameters;

/** {@code callbox calls show}. */
@Command(
    name = "show",
    description = "Show how far a durable call has come, and with what it ended.")
final class CallsShowCommand implements Callable<Integer> {

  @Mixin private final Connection connection = new Connection();
  @Mixin private final Output output = new Output();

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service.")
  private String service = "";

  @Parameters(index = "1", paramLabel = "ID", description = "As 'callbox calls ls' shows it.")
  private String id = "";

  @Override
  public Integer call() {
    try (connection) {
      SubmittedCall call =
          connection
              .node()
              .submittedCalls(service)
              .find(id)
              .orElseThrow(() -> gone(connection, service, id));
      output.value(json(call));
      return 0;
    }
  }

  static Refusal gone(Connection connection, String service, String id) {
    Known known = new Known(connection);
    return Refusal.no(
        "There is no call '" + id + "': it was never submitted, or is kept no longer.",
        known.isServed(service)
            ? "callbox calls ls " + service
            : known.unserved(service, null).sentence());
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
