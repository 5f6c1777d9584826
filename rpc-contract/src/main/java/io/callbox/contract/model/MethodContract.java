package io.callbox.contract.model;

import java.util.List;
import java.util.Map;

/**
 * The description of a method in a document. Immutable.
 *
 * @param name its name on the wire, without its service
 * @param parameters its parameters, in order
 * @param result its result; {@link Schema.Null} for {@code void}
 * @param exceptions the fields of each exception it declares, by the name of its class
 * @param traits its other properties
 */
public record MethodContract(
    String name,
    List<Member> parameters,
    Schema result,
    Map<String, Schema> exceptions,
    Traits traits) {

  /** Creates a method with these parameters. */
  public MethodContract {
    parameters = List.copyOf(parameters);
  }

  /**
   * The properties that do not change a message.
   *
   * @param oneWay whether it has no reply
   * @param idempotent whether it may be run again
   * @param timeout the time that its callers wait, in ISO-8601; empty if it does not say
   * @param durable the terms of its durable calls, in words; empty if it has none
   * @param streams whether it gives a stream of results
   */
  public record Traits(
      boolean oneWay, boolean idempotent, String timeout, String durable, boolean streams) {}
}
