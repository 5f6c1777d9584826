package io.callbox.internal.gateway.http;

import io.callbox.gateway.access.Authenticator;
import io.callbox.gateway.access.Caller;
import io.callbox.gateway.access.RequestHead;
import io.callbox.internal.gateway.http.Endpoint.Access;
import io.callbox.rpc.StatusCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides by the head of a request whether to admit it: by its origin, its endpoint, its caller,
 * the announced body, and the caller's rate. Safe for use by many threads.
 */
final class HeadRules {

  private final Map<String, Map<String, Endpoint>> endpoints = new LinkedHashMap<>();
  private final Front.Rules rules;

  HeadRules(List<Endpoint> endpoints, Front.Rules rules) {
    for (Endpoint each : endpoints) {
      this.endpoints
          .computeIfAbsent(each.path(), path -> new LinkedHashMap<>())
          .put(each.method(), each);
    }
    this.rules = rules;
  }

  /** Decides on a request. An admitted request may still find no room. */
  Admission admit(RequestHead head) {
    String refusal = rules.origins().refusal(head);
    if (refusal != null) {
      return refused(head, Answer.refusal(403, StatusCode.PERMISSION_DENIED, refusal));
    }
    Map<String, Endpoint> methods = endpoints.get(head.path());
    if (methods == null) {
      return refused(
          head, Answer.refusal(404, StatusCode.INVALID_REQUEST, "there is nothing here"));
    }
    if (head.method().equals("OPTIONS") && head.header("origin") != null) {
      return refused(head, rules.origins().preflight());
    }
    Endpoint endpoint = methods.get(head.method().equals("HEAD") ? "GET" : head.method());
    if (endpoint == null) {
      String allowed = String.join(", ", methods.keySet());
      return refused(
          head,
          Answer.refusal(405, StatusCode.INVALID_REQUEST, "only " + allowed + " is understood here")
              .with("Allow", allowed));
    }
    return admit(endpoint, head);
  }

  private Admission admit(Endpoint endpoint, RequestHead head) {
    Optional<Caller> caller = caller(endpoint.access(), head);
    if (caller.isEmpty()) {
      return refused(
          head,
          Answer.refusal(
                  401,
                  StatusCode.UNAUTHENTICATED,
                  "send a known token: Authorization: Bearer <token>")
              .with("WWW-Authenticate", "Bearer"));
    }
    if (isForeign(endpoint, head, caller.get())) {
      return refused(
          head,
          Answer.refusal(
              403, StatusCode.PERMISSION_DENIED, "only the console's own pages may use this"));
    }
    Answer unfit = unfit(head);
    if (unfit != null) {
      return refused(head, unfit);
    }
    if (endpoint.access() != Access.PUBLIC && !rules.rate().take(caller.get(), 1)) {
      return refused(head, Answer.tooMany(caller.get() + " sends too many requests a second"));
    }
    return new Admission.Admitted(endpoint, head, caller.get());
  }

  /**
   * Returns whether a page of another origin asks for the console, and was admitted only because it
   * is on this machine. Such a page may call methods, but must not see the requests of others.
   */
  private boolean isForeign(Endpoint endpoint, RequestHead head, Caller caller) {
    return caller.equals(Caller.LOCAL)
        && head.header("authorization") == null
        && endpoint.access() == Access.VIEWER
        && !rules.origins().isOwn(head);
  }

  private Optional<Caller> caller(Access access, RequestHead head) {
    Authenticator authenticator = rules.authenticator();
    if (authenticator == null || access == Access.PUBLIC) {
      return Optional.of(Caller.LOCAL);
    }
    Optional<Caller> known = authenticator.authenticate(head);
    return known.isEmpty() && access == Access.VIEWER ? rules.sessions().authenticate(head) : known;
  }

  /**
   * Returns a refusal if the announced body is wrong. A web page cannot send JSON without a
   * preflight request.
   */
  private @Nullable Answer unfit(RequestHead head) {
    if (!head.method().equals("POST")) {
      return null;
    }
    String type = head.header("content-type");
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")) {
      return Answer.refusal(415, StatusCode.INVALID_REQUEST, "send Content-Type: application/json");
    }
    String length = head.header("content-length");
    return length != null && isTooLong(length) ? tooLong() : null;
  }

  private boolean isTooLong(String length) {
    try {
      return Long.parseLong(length) > rules.mostBytes();
    } catch (NumberFormatException malformed) {
      return true;
    }
  }

  Answer tooLong() {
    return Answer.refusal(
        413,
        StatusCode.RESOURCE_EXHAUSTED,
        "a body may have " + rules.mostBytes() + " bytes at most");
  }

  private Admission refused(RequestHead head, Answer answer) {
    return new Admission.Refused(rules.origins().readable(head, answer));
  }
}
