package io.callbox.processor.model;

import java.util.List;

/**
 * A value with a name: a parameter, a component of a record, a property, a field of an exception.
 *
 * @param name the name of its variable in generated code
 * @param wireName its name on the wire
 * @param accessor the accessor after an instance and a dot: {@code lines()}; for a parameter its
 *     name
 * @param shape its type
 * @param rules its rules
 * @param wildcards the wildcards of its type in a method's parameter
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

  /**
   * Returns whether it must be present and not {@code null}: a primitive has no value for missing.
   */
  public boolean required() {
    return rules.presence.value() || shape instanceof PrimitiveShape;
  }

  /** Returns whether its name must be present, perhaps with {@code null}. */
  public boolean mentioned() {
    return rules.presence.name();
  }

  /** Returns whether it travels at all. */
  public boolean travels() {
    return !rules.ignored;
  }

  /**
   * The rules for writing and reading a member.
   *
   * @param presence the parts of it that must be present
   * @param ignored whether it does not travel
   * @param aliases its other names when it is read
   * @param inclusion the condition under which it is written
   */
  public record Rules(
      Presence presence, boolean ignored, List<String> aliases, Inclusion inclusion) {

    /** No special rules. */
    public static final Rules NONE = of(false);

    /** Rules with these aliases. */
    public Rules {
      aliases = List.copyOf(aliases);
    }

    /** The rules of a member with or without a {@code null} value, and no others. */
    public static Rules of(boolean required) {
      return new Rules(new Presence(required, false), false, List.of(), Inclusion.ALWAYS);
    }
  }

  /**
   * The parts of a member that must be present when it is read.
   *
   * @param value whether it is declared never to be {@code null}
   * @param name whether its name must be present, with {@code null} or another value
   */
  public record Presence(boolean value, boolean name) {}

  /** The condition under which a member is written. */
  public enum Inclusion {
    ALWAYS,
    NON_NULL,
    NON_ABSENT,
    NON_EMPTY
  }
}
