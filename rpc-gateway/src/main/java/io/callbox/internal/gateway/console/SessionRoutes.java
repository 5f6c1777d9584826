package io.callbox.internal.gateway.console;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.gateway.calls.RawJson;
import io.callbox.internal.gateway.http.Answer;
import io.callbox.internal.gateway.http.Endpoint;
import io.callbox.internal.gateway.http.Endpoint.Access;
import io.callbox.internal.gateway.http.Request;
import io.callbox.rpc.StatusCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Signs callers in and out, and tells a page who has signed in. */
final class SessionRoutes {

  private static final String PATH = "/console/api/session";

  private final Sessions sessions;
  private final @Nullable Authenticator authenticator;
  private final ConsoleSettings settings;

  SessionRoutes(
      Sessions sessions, @Nullable Authenticator authenticator, ConsoleSettings settings) {
    this.sessions = sessions;
    this.authenticator = authenticator;
    this.settings = settings;
  }

  List<Endpoint> endpoints() {
    return List.of(
        new Endpoint("GET", PATH, Access.VIEWER, this::tell),
        new Endpoint("POST", PATH, Access.PUBLIC, this::signIn),
        new Endpoint("POST", PATH + "/end", Access.PUBLIC, this::signOut));
  }

  private CompletionStage<Answer> tell(Request request) {
    return CompletableFuture.completedFuture(told(request.caller()));
  }

  private Answer told(Caller caller) {
    return Answer.json(
        200,
        RawJson.bytes(
            out -> {
              out.writeStartObject();
              out.writeStringField("caller", caller.name());
              out.writeStringField("csrf", sessions.csrfToken(caller));
              out.writeBooleanField("signedIn", authenticator != null);
              out.writeBooleanField("views", settings.mayView(caller, ""));
              out.writeBooleanField("actions", settings.allowActions());
              out.writeBooleanField("masked", settings.maskPayloads());
              out.writeStringField("namespace", settings.namespace().prefix().replace(":", ""));
              out.writeEndObject();
            }));
  }

  /** Signs a caller in. The browser sends a token once; no page and no URI contains it. */
  private CompletionStage<Answer> signIn(Request request) {
    Optional<Caller> caller;
    try {
      String body = new String(request.body(), StandardCharsets.UTF_8);
      String token = JsonObject.of(JsonTree.parse(body), "the body").text("token").orElse("");
      caller = known(token);
    } catch (ContractFormatException malformed) {
      return CompletableFuture.completedFuture(
          Answer.refusal(400, StatusCode.INVALID_REQUEST, "send {\"token\": …}"));
    }
    return CompletableFuture.completedFuture(
        caller
            .map(each -> told(each).with("Set-Cookie", sessions.cookie(each)))
            .orElse(Answer.refusal(401, StatusCode.UNAUTHENTICATED, "this token is not known")));
  }

  private Optional<Caller> known(String token) {
    RequestHead head = new RequestHead("GET", "/", Map.of("authorization", "Bearer " + token));
    return authenticator == null ? Optional.of(Caller.LOCAL) : authenticator.authenticate(head);
  }

  private CompletionStage<Answer> signOut(Request request) {
    sessions.end(request.head());
    return CompletableFuture.completedFuture(
        Answer.nothing(204).with("Set-Cookie", sessions.noCookie()));
  }
}
