package io.callbox.cli.command;

import io.callbox.cli.json.JsonValues;
import io.callbox.cli.output.Output;
import io.callbox.cli.output.Spans;
import io.callbox.cli.output.Tone;
import io.callbox.node.HeldRequest;
import io.callbox.node.RpcNode;
import io.callbox.node.WaitingRequest;
import org.jspecify.annotations.Nullable;

/** Shows the requests of a service, with their arguments. */
final class QueuedRequests {

  private static final int MOST = 1_000;

  private final RpcNode node;
  private final Output output;

  QueuedRequests(RpcNode node, Output output) {
    this.node = node;
    this.output = output;
  }

  /** Shows the requests that wait. */
  void showWaiting(String service, String queue, int most) {
    for (WaitingRequest each : node.waiting(service, Math.min(most, MOST))) {
      if (output.isJson()) {
        output.event(
            JsonValues.object(
                "queue", queue,
                "method", each.method(),
                "caller", each.caller() == null ? "" : each.caller(),
                "waitingMs", each.waiting().toMillis(),
                "request", each.request()));
      } else {
        String time = ", for " + Spans.of(each.waiting());
        show(each.method() + of(each.caller()) + time, each.request());
      }
    }
  }

  /** Shows the requests that workers have taken and not answered. */
  void showHeld(String service, String queue, int most) {
    for (HeldRequest each : node.held(service, Math.min(most, MOST))) {
      if (output.isJson()) {
        output.event(
            JsonValues.object(
                "queue", queue,
                "worker", each.worker(),
                "method", each.method(),
                "caller", each.caller() == null ? "" : each.caller(),
                "ageMs", each.age().toMillis(),
                "request", each.request()));
      } else {
        String place = " at " + each.worker() + ", sent " + Spans.of(each.age()) + " ago";
        show(each.method() + of(each.caller()) + place, each.request());
      }
    }
  }

  private static String of(@Nullable String caller) {
    return caller == null ? "" : " of " + caller;
  }

  private void show(String heading, String request) {
    output.say("");
    output.say(Tone.STRONG, heading);
    output.say(Excerpt.of(request, "--json has all of it"));
  }
}
