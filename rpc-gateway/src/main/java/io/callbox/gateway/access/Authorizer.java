package io.callbox.gateway.access;

/**
 * Says what a caller may do. Asked on the server before each call and each action of the console.
 * Safe for use by many threads; must not block for long.
 *
 * <pre>{@code
 * Authorizer readers = (caller, action, target) ->
 *     action != Action.CALL || caller.name().equals("ops") || target.startsWith("Catalog.");
 * }</pre>
 */
@FunctionalInterface
public interface Authorizer {

  /** Lets everybody that is let in do everything. */
  Authorizer ALL = (caller, action, target) -> true;

  /**
   * Whether a caller may do this.
   *
   * @param target what it is done to: see {@link Action}
   */
  boolean authorize(Caller caller, Action action, String target);
}
