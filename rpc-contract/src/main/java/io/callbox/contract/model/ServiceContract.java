package io.callbox.contract.model;

import java.util.Map;
import java.util.Optional;

/**
 * What a document says of a service. Immutable.
 *
 * @param name its name on the wire
 * @param origin the Java interface; empty if the document does not say
 * @param revision the SHA-256 of what travels, in hexadecimal; empty if the document does not say
 * @param methods its methods by their names on the wire, in order
 * @param types the types it uses, by the names that its schemas give them
 */
public record ServiceContract(
    String name,
    Optional<String> origin,
    Optional<String> revision,
    Map<String, MethodContract> methods,
    Map<String, Schema> types) {

  /** Returns the same with one of its methods; with none if it does not have it. */
  public ServiceContract only(String method) {
    MethodContract one = methods.get(method);
    Map<String, MethodContract> left = one == null ? Map.of() : Map.of(method, one);
    return new ServiceContract(name, origin, revision, left, types);
  }

  /**
   * Returns how messages name it: its name, and the interface and revision where they are known.
   */
  public String label() {
    String where = origin.map(type -> " of " + type).orElse("");
    return name + where + revision.map(each -> ", revision " + shortened(each)).orElse("");
  }

  private static String shortened(String revision) {
    return revision.substring(0, Math.min(12, revision.length()));
  }
}
