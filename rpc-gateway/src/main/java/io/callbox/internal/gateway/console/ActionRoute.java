package io.callbox.internal.gateway.console;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Caller;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Request;
import io.callbox.internal.gateway.http.Route;
import io.callbox.log.Printable;
import io.callbox.rpc.RpcException;
import io.callbox.rpc.StatusCode;
import io.callbox.transport.Namespace;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code POST /console/api/action}. Refuses an action unless actions are allowed, the request comes
 * from a page of this console, and the caller has the right. Each action writes a line to the log
 * {@code io.callbox.gateway.audit}.
 */
final class ActionRoute implements Route {

  private static final Logger AUDIT = LoggerFactory.getLogger("io.callbox.gateway.audit");

  private final Actions actions;
  private final Sessions sessions;
  private final ConsoleSettings settings;
  private final Executor executor;

  ActionRoute(Actions actions, Sessions sessions, ConsoleSettings settings, Executor executor) {
    this.actions = actions;
    this.sessions = sessions;
    this.settings = settings;
    this.executor = executor;
  }

  @Override
  public CompletionStage<Answer> answer(Request request) {
    Caller caller = request.caller();
    String token = request.head().header("callbox-csrf");
    if (token == null || !sessions.isOurs(caller, token)) {
      return done(
          Answer.refusal(
              403,
              StatusCode.PERMISSION_DENIED,
              "the action does not come from a page of this console"));
    }
    try {
      JsonObject body =
          JsonObject.of(
              JsonTree.parse(new String(request.body(), StandardCharsets.UTF_8)), "the body");
      Action action = Action.valueOf(body.text("action").orElse(""));
      String target = body.text("target").orElse("");
      if (!isTarget(action, target)) {
        throw new IllegalArgumentException("a target is a service's name");
      }
      return take(caller, action, target, body);
    } catch (ContractFormatException | IllegalArgumentException malformed) {
      return done(Answer.refusal(400, StatusCode.INVALID_REQUEST, "this is no action"));
    }
  }

  /**
   * Returns whether a name is a possible target of an action. A called method is looked up by its
   * name.
   */
  private static boolean isTarget(Action action, String target) {
    return action == Action.CALL || Namespace.isService(target);
  }

  private static CompletionStage<Answer> done(Answer answer) {
    return CompletableFuture.completedFuture(answer);
  }

  private CompletionStage<Answer> take(
      Caller caller, Action action, String target, JsonObject with) {
    String which = letters(with);
    if (!settings.allowActions() || !settings.authorizer().authorize(caller, action, target)) {
      audit(caller, action, target, which, "refused");
      return done(Answer.refusal(403, StatusCode.PERMISSION_DENIED, caller + " may not do this"));
    }
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    try {
      Taking taking = new Taking(caller, action, target, which);
      executor.execute(() -> takeNow(taking, with, answer));
    } catch (RejectedExecutionException full) {
      return done(
          Answer.refusal(503, StatusCode.RESOURCE_EXHAUSTED, "too many actions are under way"));
    }
    return answer;
  }

  /**
   * An action of a caller on a target.
   *
   * @param which the letters of the target, for the log
   */
  private record Taking(Caller caller, Action action, String target, String which) {

    /**
     * Returns the word for success. A run over many letters has only begun; its end gets another
     * line.
     */
    String success() {
      boolean many = action == Action.REPLAY || action == Action.DROP;
      return many && which.startsWith(" all") ? "begun" : "done";
    }

    /** Returns the word for an action that had no effect; a call that failed may have had one. */
    String failure() {
      return action == Action.CALL ? "failed" : "not done";
    }

    void audit(String outcome) {
      ActionRoute.audit(caller, action, target, which, outcome);
    }
  }

  private void takeNow(Taking taking, JsonObject with, CompletableFuture<Answer> answer) {
    try {
      actions
          .take(taking.caller, taking.action, taking.target, with, taking::audit)
          .whenComplete(
              (outcome, failure) -> {
                if (failure != null) {
                  taking.audit("failed");
                  answer.completeExceptionally(failure);
                } else {
                  taking.audit(outcome.done() ? taking.success() : taking.failure());
                  answer.complete(answer(outcome));
                }
              });
    } catch (RpcException failed) {
      taking.audit("failed");
      answer.complete(
          answer(new Actions.Outcome(false, failed.code() + ": " + failed.getMessage())));
    } catch (ContractFormatException | IllegalArgumentException malformed) {
      answer.complete(Answer.refusal(400, StatusCode.INVALID_REQUEST, "this is no action"));
    } catch (RuntimeException mistake) {
      answer.completeExceptionally(mistake);
    }
  }

  private static Answer answer(Actions.Outcome outcome) {
    return Answer.json(
        200,
        RawJson.bytes(
            out -> {
              out.writeStartObject();
              out.writeBooleanField("done", outcome.done());
              out.writeStringField("text", outcome.text());
              out.writeEndObject();
            }));
  }

  /** Logs the caller, the action and the letter, but never the arguments. */
  private static void audit(
      Caller caller, Action action, String target, String which, String outcome) {
    AUDIT.info("{} {} {}{}: {}", caller, action, Printable.of(target), which, outcome);
  }

  private static String letters(JsonObject with) {
    if (!with.text("stop").orElse("").isEmpty()) {
      return " stop";
    }
    if (with.isTrue("all")) {
      Map<String, Object> filter = with.object("filter").members();
      return filter.isEmpty() ? " all" : " all of " + Printable.of(filter.toString());
    }
    return with.members().get("id") instanceof String id ? ' ' + Printable.of(id) : "";
  }
}
