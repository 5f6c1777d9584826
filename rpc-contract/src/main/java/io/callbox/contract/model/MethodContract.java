package io.callbox.contract.model;

import java.util.List;
import java.util.Map;

/**
 * What a document says of a method. Immutable.
 *
 * @param name its name on the wire, without its service
 * @param parameters its parameters, in order
 * @param result what it gives back; only null for {@code void}
 * @param exceptions the fields of each exception it declares, by the name of its class
 * @param traits what else is known of it
 */
public record MethodContract(
    String name,
    List<Member> parameters,
    Schema result,
    Map<String, Schema> exceptions,
    Traits traits) {

  /** A method of these parameters. */
  public MethodContract {
    parameters = List.copyOf(parameters);
  }

  /**
   * What does not change a message.
   *
   * @param oneWay whether it has no reply
   * @param idempotent whether it may be run again
   * @param timeout how long its callers wait, in ISO-8601; empty if it does not say
   * @param durable what it says of durable calls, in words; empty if it has none
   * @param streams whether it gives a stream of results
   */
  public record Traits(
      boolean oneWay, boolean idempotent, String timeout, String durable, boolean streams) {}
}
