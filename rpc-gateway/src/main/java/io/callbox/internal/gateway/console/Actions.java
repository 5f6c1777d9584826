package io.callbox.internal.gateway.console;

import io.callbox.contract.model.JsonObject;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.failure.StageFailure;
import io.callbox.internal.gateway.calls.RawCalls;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.internal.gateway.calls.RemoteFailure;
import io.callbox.node.RpcNode;
import io.callbox.registry.PauseMode;
import io.callbox.rpc.CallOptions;
import io.callbox.rpc.CallStatus.State;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Runs the actions of operators. Waits for Redis, except for calls. Checks only its input. */
final class Actions {

  private final RpcNode node;
  private final RawCalls calls;
  private final DeadLetterActions letters;
  private final DurableCallsPage durable;
  private final ConsoleSettings settings;

  Actions(
      RpcNode node,
      RawCalls calls,
      DurableCallsPage durable,
      BulkRuns runs,
      ConsoleSettings settings) {
    this.durable = durable;
    this.node = node;
    this.calls = calls;
    this.letters = new DeadLetterActions(node, runs);
    this.settings = settings;
  }

  /**
   * The outcome of an action.
   *
   * @param done whether it succeeded
   * @param text the message for the caller
   */
  record Outcome(boolean done, String text) {}

  /**
   * Runs an action on a target.
   *
   * @param ended receives the outcome of an action that continues after its answer
   */
  CompletableFuture<Outcome> take(
      Caller caller, Action action, String target, JsonObject with, Consumer<String> ended) {
    return switch (action) {
      case VIEW -> throw new IllegalArgumentException("nothing is done by looking");
      case CALL -> call(caller, target, with.text("params").orElse("{}"));
      case REPLAY, DROP -> now(letters.take(action, target, with, ended));
      case PAUSE -> now(pause(target, with));
      case RESUME -> now(resume(target));
      case CANCEL -> now(cancel(target, with));
    };
  }

  private static CompletableFuture<Outcome> now(Outcome outcome) {
    return CompletableFuture.completedFuture(outcome);
  }

  private CompletableFuture<Outcome> call(Caller caller, String method, String text) {
    String params;
    try {
      params = RawJson.container(text);
    } catch (IllegalArgumentException malformed) {
      return now(
          new Outcome(
              false,
              StatusCode.INVALID_ARGUMENT
                  + ": the arguments are not one JSON object or array: "
                  + malformed.getMessage()));
    }
    return calls
        .make(new RawCalls.Call(caller, method, params, CallOptions.DEFAULT, false))
        .handle(
            (result, failure) ->
                failure == null
                    ? new Outcome(true, settings.shown(result))
                    : new Outcome(false, reason(failure)));
  }

  private String reason(Throwable failure) {
    Throwable cause = StageFailure.cause(failure);
    if (cause instanceof RemoteFailure declared) {
      String said = declared.type() + ": " + declared.getMessage();
      return declared.details().equals("{}")
          ? said
          : said + ' ' + settings.shown(declared.details());
    }
    return cause instanceof RpcException refused
        ? refused.code() + ": " + refused.getMessage()
        : "the gateway failed; its log says why";
  }

  private Outcome cancel(String service, JsonObject with) {
    return durable
        .cancel(service, with.text("id").orElse(""))
        .map(
            state ->
                new Outcome(
                    state == State.CANCELLED,
                    "It is " + state.name().toLowerCase(Locale.ROOT) + '.'))
        .orElseGet(() -> new Outcome(false, "It is no longer known."));
  }

  private Outcome pause(String service, JsonObject with) {
    PauseMode mode = with.isTrue("wait") ? PauseMode.WAIT : PauseMode.REFUSE;
    node.pause(service, mode);
    return new Outcome(true, service + " is paused.");
  }

  private Outcome resume(String service) {
    return node.resume(service)
        ? new Outcome(true, service + " goes on.")
        : new Outcome(false, service + " is not paused.");
  }
}
