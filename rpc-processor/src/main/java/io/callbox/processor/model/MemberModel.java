package io.callbox.processor.model;

import java.util.List;

/**
 * A value with a name: a parameter, a component of a record, a property, a field of an exception.
 *
 * @param name what generated code calls a variable that holds it
 * @param wireName what it is called on the wire
 * @param accessor what to write behind an instance and a dot to get it: {@code lines()}; for a
 *     parameter its name
 * @param shape its type
 * @param rules what else is to be kept to
 * @param wildcards where in its type a method that takes it has wildcards
 */
public record MemberModel(
    String name,
    String wireName,
    String accessor,
    TypeShape shape,
    Rules rules,
    Wildcards wildcards) {

  /** A value whose type has no wildcards. */
  public MemberModel(String name, String wireName, String accessor, TypeShape shape, Rules rules) {
    this(name, wireName, accessor, shape, rules, Wildcards.NONE);
  }

  /** Whether it must be there, and not be {@code null}: a primitive has no value for missing. */
  public boolean required() {
    return rules.presence.value() || shape instanceof PrimitiveShape;
  }

  /** Whether its name must be there, if only with {@code null}. */
  public boolean mentioned() {
    return rules.presence.name();
  }

  /** Whether it travels at all. */
  public boolean travels() {
    return !rules.ignored;
  }

  /**
   * What is to be kept to when a member is written and read.
   *
   * @param presence what of it must be there
   * @param ignored whether it stays where it is
   * @param aliases what else it may be called when it is read
   * @param inclusion when it is written
   */
  public record Rules(
      Presence presence, boolean ignored, List<String> aliases, Inclusion inclusion) {

    /** Nothing special. */
    public static final Rules NONE = of(false);

    /** Rules with these aliases. */
    public Rules {
      aliases = List.copyOf(aliases);
    }

    /** The rules of what may be declared never to be {@code null}, and no others. */
    public static Rules of(boolean required) {
      return new Rules(new Presence(required, false), false, List.of(), Inclusion.ALWAYS);
    }
  }

  /**
   * What of a member must be there when it is read.
   *
   * @param value whether it is declared never to be {@code null}
   * @param name whether its name must be, {@code null} or not
   */
  public record Presence(boolean value, boolean name) {}

  /** When a member is written. */
  public enum Inclusion {
    ALWAYS,
    NON_NULL,
    NON_ABSENT,
    NON_EMPTY
  }
}
