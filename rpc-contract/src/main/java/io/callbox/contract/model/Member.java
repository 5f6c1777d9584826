package io.callbox.contract.model;

import java.util.List;

/**
 * A value with a name: a parameter, or a member of an object. Immutable.
 *
 * @param name its name on the wire
 * @param schema its value
 * @param aliases other names by which it is read
 * @param needed whether its reader refuses an object without it
 * @param use whether it is written, read or both
 * @param omitted whether its writer may leave it out
 */
public record Member(
    String name, Schema schema, List<String> aliases, boolean needed, Use use, boolean omitted) {

  /** Creates a member with these aliases. */
  public Member {
    aliases = List.copyOf(aliases);
  }

  /** The use of a member. */
  public enum Use {
    BOTH,
    WRITTEN_ONLY,
    READ_ONLY
  }

  /** Returns whether it is written. */
  public boolean written() {
    return use != Use.READ_ONLY;
  }

  /** Returns whether it is read. */
  public boolean read() {
    return use != Use.WRITTEN_ONLY;
  }

  /** Returns whether it is read from a member with this name. */
  public boolean answersTo(String other) {
    return name.equals(other) || aliases.contains(other);
  }
}
