package io.callbox.internal.gateway.mcp;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.durable.SubmittedCall;
import io.callbox.internal.gateway.calls.DurableName;
import io.callbox.internal.gateway.calls.LiveMethod;
import io.callbox.rpc.CallStatus.Progress;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.CallStatus.Times;
import io.callbox.rpc.DurablePolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A durable call as the protocol's task. */
final class TaskView {

  private static final int POLL_MILLIS = 1_000;
  private static final int MOST_CHARACTERS = 500;

  private TaskView() {}

  /** Returns a task that has just been submitted. The next request returns its progress. */
  static Map<String, Object> created(DurableName name, Times times) {
    return view(name, times, "working", null, null);
  }

  /** The current state of a task. */
  static Map<String, Object> of(DurableName name, SubmittedCall call, LiveMethod method) {
    return view(
        name,
        call.times(),
        status(call.state()),
        message(call),
        kept(call, method.descriptor().durable()));
  }

  /** Returns a state in the protocol's words. */
  static String status(State state) {
    return switch (state) {
      case SCHEDULED, WAITING, RUNNING -> "working";
      case COMPLETED -> "completed";
      case FAILED -> "failed";
      case CANCELLED -> "cancelled";
    };
  }

  private static Map<String, Object> view(
      DurableName name, Times times, String status, @Nullable String message, @Nullable Long ttl) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("taskId", name.toString());
    view.put("status", status);
    if (message != null) {
      view.put("statusMessage", message);
    }
    view.put("createdAt", times.submitted().toString());
    view.put("lastUpdatedAt", latest(times).toString());
    view.put("ttl", ttl);
    view.put("pollInterval", POLL_MILLIS);
    return view;
  }

  /**
   * Returns the time for which a task is kept. Null while it has not ended: its run is kept as long
   * as it takes, and its result after that.
   */
  private static @Nullable Long kept(SubmittedCall call, @Nullable DurablePolicy policy) {
    Instant ended = call.times().ended();
    return ended == null || policy == null
        ? null
        : Duration.between(call.times().submitted(), ended).plus(policy.keep()).toMillis();
  }

  private static Instant latest(Times times) {
    return Stream.of(times.submitted(), times.started(), times.ended())
        .filter(Objects::nonNull)
        .max(Instant::compareTo)
        .orElse(times.submitted());
  }

  private static String message(SubmittedCall call) {
    return switch (call.state()) {
      case SCHEDULED -> "waits for its time";
      case WAITING -> "waits for a worker";
      case RUNNING -> running(call.progress());
      case COMPLETED -> "has its result";
      case FAILED -> failure(call.error());
      case CANCELLED -> "was cancelled";
    };
  }

  private static String running(@Nullable Progress progress) {
    if (progress == null) {
      return "runs";
    }
    String total = progress.total() > 0 ? " of " + progress.total() : "";
    return bounded(progress.text() + " (" + progress.done() + total + ')');
  }

  private static String failure(@Nullable String error) {
    if (error == null) {
      return "failed";
    }
    try {
      return bounded(
          JsonObject.of(JsonTree.parse(error), "error").text("message").orElse("failed"));
    } catch (ContractFormatException malformed) {
      return "failed";
    }
  }

  private static String bounded(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + '…';
  }
}
