package io.callbox.internal.gateway.console;

import io.callbox.contract.model.ContractFormatException;
import io.callbox.contract.model.JsonObject;
import io.callbox.contract.model.JsonTree;
import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.transport.Namespace;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The settings of the console. Immutable.
 *
 * @param namespace the namespace that it shows
 * @param authorizer decides what a caller may do
 * @param allowActions whether the console has actions at all
 * @param maskPayloads whether to show only the length of arguments and results
 */
public record ConsoleSettings(
    Namespace namespace, Authorizer authorizer, boolean allowActions, boolean maskPayloads) {

  private static final Set<String> KEPT = Set.of("code", "message");
  private static final Set<String> KEPT_DATA =
      Set.of("status", "executed", "retryable", "type", "node", "retryAfterMs");

  /** Returns whether a caller may see a service in the console; all services if it is empty. */
  boolean mayView(Caller caller, String service) {
    return authorizer.authorize(caller, Action.VIEW, service);
  }

  /** Returns a payload in the form that may be shown. */
  String shown(String payload) {
    return maskPayloads ? "(masked: " + payload.length() + " characters)" : payload;
  }

  /**
   * Returns the JSON of a failure in the form that may be shown: without the fields of a declared
   * exception, if payloads are masked.
   */
  String shownError(String error) {
    if (!maskPayloads) {
      return error;
    }
    try {
      JsonObject said = JsonObject.of(JsonTree.parse(error), "error");
      Map<String, Object> data = kept(said.object("data"), KEPT_DATA);
      Object details = said.object("data").members().get("details");
      if (details != null) {
        data.put("details", shown(JsonTree.text(details)));
      }
      Map<String, Object> members = kept(said, KEPT);
      members.put("data", data);
      return JsonTree.text(members);
    } catch (ContractFormatException malformed) {
      return shown(error);
    }
  }

  private static Map<String, Object> kept(JsonObject said, Set<String> names) {
    Map<String, Object> members = new LinkedHashMap<>(said.members());
    members.keySet().retainAll(names);
    return members;
  }
}
