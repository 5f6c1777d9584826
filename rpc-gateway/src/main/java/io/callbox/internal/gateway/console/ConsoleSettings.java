package io.callbox.internal.gateway.console;

import io.callbox.gateway.access.Action;
import io.callbox.gateway.access.Authorizer;
import io.callbox.gateway.access.Caller;
import io.callbox.transport.Namespace;

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

  /** Returns whether a caller may see a service in the console; all services if it is empty. */
  boolean mayView(Caller caller, String service) {
    return authorizer.authorize(caller, Action.VIEW, service);
  }

  /** Returns a payload in the form that may be shown. */
  String shown(String payload) {
    return maskPayloads ? "(masked: " + payload.length() + " characters)" : payload;
  }
}
