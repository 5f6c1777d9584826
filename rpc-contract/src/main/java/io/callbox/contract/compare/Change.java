package io.callbox.contract.compare;

import java.util.Locale;

/** The kind of a change. */
public enum Change {
  SERVICE_ADDED("A service is added"),
  SERVICE_REMOVED("A service is removed"),
  SERVICE_RENAMED("A service has another name on the wire"),
  METHOD_ADDED("A method is added"),
  METHOD_REMOVED("A method is removed"),
  METHOD_RENAMED("A method has another name on the wire"),
  ONE_WAY_CHANGED("A method begins or ceases to be @OneWay"),
  STREAM_CHANGED("A method begins or ceases to give a stream"),
  IDEMPOTENCE_CHANGED("A method begins or ceases to be @Idempotent"),
  TIMEOUT_CHANGED("Callers of a method wait for another time"),
  DURABLE_CHANGED("Durable calls of a method begin, cease or are kept for another time"),
  PARAMETERS_REORDERED("Parameters are in another order"),
  MEMBER_ADDED("A parameter or component is added"),
  MEMBER_REMOVED("A parameter or component is removed"),
  MEMBER_RENAMED("A parameter or component has another name on the wire"),
  NULL_REFUSED("A value may no longer, or may now, be null or missing"),
  TYPE_CHANGED("A value has another type"),
  CONSTANT_ADDED("A constant is added to an enum"),
  CONSTANT_REMOVED("A constant is removed from an enum"),
  SUBTYPE_ADDED("A subtype is added to a sealed type"),
  SUBTYPE_REMOVED("A subtype is removed from a sealed type"),
  SUBTYPE_RENAMED("A subtype has another name on the wire"),
  CONSTRUCTOR_CHECKS("A constructor may refuse what it is given"),
  EXCEPTION_ADDED("A method declares another exception"),
  EXCEPTION_REMOVED("A method declares one exception less"),
  EXCEPTION_RENAMED("A declared exception has another name");

  private final String title;

  Change(String title) {
    this.title = title;
  }

  /** The name of the kind in reports and suppressions: {@code member-renamed}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns a description of the kind, as the beginning of a sentence. */
  public String title() {
    return title;
  }
}
