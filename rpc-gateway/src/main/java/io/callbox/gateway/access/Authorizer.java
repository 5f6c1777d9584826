package io.callbox.gateway.access;

/**
 * Decides what a caller may do. The server asks it before each call, and before each view and
 * action of the console. It does not ask it for the document of the services, which every
 * identified caller may read. Must be safe for use by many threads, and must not block for long.
 *
 * <pre>{@code
 * Authorizer readers = (caller, action, target) ->
 *     action != Action.CALL || caller.name().equals("ops") || target.startsWith("Catalog.");
 * }</pre>
 */
@FunctionalInterface
public interface Authorizer {

  /** Allows every identified caller everything. */
  Authorizer ALL = (caller, action, target) -> true;

  /**
   * Returns whether a caller may do this.
   *
   * @param target the target of the action: see {@link Action}
   */
  boolean authorize(Caller caller, Action action, String target);
}
