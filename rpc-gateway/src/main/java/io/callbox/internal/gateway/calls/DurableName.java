package io.callbox.internal.gateway.calls;

import io.callbox.gateway.access.Caller;
import io.callbox.rpc.DurableOptions;
import io.callbox.transport.Namespace;
import java.util.Optional;

/**
 * The name of a durable call that a caller of the gateway has submitted. Immutable.
 *
 * @param service its service
 * @param id its id, which begins with its caller's name and a dot. No caller's name has a dot, so
 *     the ids of two callers always differ
 */
public record DurableName(String service, String id) {

  /** Returns the beginning of the ids of this caller's calls. */
  static String prefix(Caller caller) {
    return caller.name() + '.';
  }

  /**
   * Reads a name from a request.
   *
   * @return empty if it is none, or one of another caller's
   */
  public static Optional<DurableName> of(String text, Caller caller) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return Optional.empty();
    }
    try {
      String service = Namespace.checkedService(text.substring(0, slash));
      String id = DurableOptions.checkedId(text.substring(slash + 1));
      return id.startsWith(prefix(caller))
          ? Optional.of(new DurableName(service, id))
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** Returns the name for clients, such as {@code Reports/agent.november}. */
  @Override
  public String toString() {
    return service + '/' + id;
  }
}
