package io.callbox.internal.gateway.console;

import io.callbox.gateway.access.Authorizer;
import io.callbox.transport.Namespace;

/**
 * What the console shows and lets people do. Immutable.
 *
 * @param namespace the namespace that it looks at
 * @param authorizer what a caller may do
 * @param allowActions whether anybody may do more than look
 * @param maskPayloads whether arguments and results are shown by their lengths only
 */
public record ConsoleSettings(
    Namespace namespace, Authorizer authorizer, boolean allowActions, boolean maskPayloads) {

  /** A payload as it may be shown. */
  String shown(String payload) {
    return maskPayloads ? "(masked: " + payload.length() + " characters)" : payload;
  }
}
