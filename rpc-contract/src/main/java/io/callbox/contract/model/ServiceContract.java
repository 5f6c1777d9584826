package io.callbox.contract.model;

import java.util.Map;
import java.util.Optional;

/**
 * The description of a service in a document. Immutable.
 *
 * @param name its name on the wire
 * @param origin the Java interface; empty if the document does not say
 * @param revision the SHA-256 of the form of its messages, in hexadecimal; empty if the document
 *     does not say
 * @param methods its methods by their names on the wire, in order
 * @param types its types, by their names in the schemas
 */
public record ServiceContract(
    String name,
    Optional<String> origin,
    Optional<String> revision,
    Map<String, MethodContract> methods,
    Map<String, Schema> types) {

  /**
   * Returns the same service with only one of its methods; with none if it does not have this
   * method.
   */
  public ServiceContract only(String method) {
    MethodContract one = methods.get(method);
    Map<String, MethodContract> left = one == null ? Map.of() : Map.of(method, one);
    return new ServiceContract(name, origin, revision, left, types);
  }

  /** Returns its name in messages: its name, and the interface and revision if they are known. */
  public String label() {
    String where = origin.map(type -> " of " + type).orElse("");
    return name + where + revision.map(each -> ", revision " + shortened(each)).orElse("");
  }

  private static String shortened(String revision) {
    return revision.substring(0, Math.min(12, revision.length()));
  }
}
