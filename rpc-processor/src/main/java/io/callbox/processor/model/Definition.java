package io.callbox.processor.model;

import java.util.List;
import java.util.Optional;

/** What is in a type of the user's. */
public sealed interface Definition {

  /** The type defined. */
  NamedShape shape();

  /** Whether there may be subclasses of it that nobody knows. */
  default boolean extensible() {
    return false;
  }

  /** What the case of its kind makes of it: a new kind is a compile error in all that lack one. */
  <T> T match(Cases<T> cases);

  /** What is made of a definition, by its kind. */
  interface Cases<T> {

    T ofRecord(RecordDefinition definition);

    T ofValue(ValueDefinition definition);

    T ofDatabound(DataboundDefinition definition);

    T ofBean(BeanDefinition definition);

    T ofSealed(SealedDefinition definition);

    T ofEnum(EnumDefinition definition);
  }

  /** What is in it that has a name. */
  default List<MemberModel> members() {
    return List.of();
  }

  /**
   * A record, or a class that is made of all it holds at once: an object with one member for each.
   *
   * @param shape the type
   * @param members what it is made of, in that order, then what is only written
   * @param tag how it says what it is, if it is one of several subtypes
   * @param making how it is made
   * @param extensible whether there may be subclasses of it that nobody knows
   */
  record RecordDefinition(
      NamedShape shape,
      List<MemberModel> members,
      Optional<Tag> tag,
      Making making,
      boolean extensible)
      implements Definition {

    /** A record of these members. */
    public RecordDefinition {
      members = List.copyOf(members);
    }

    /** What it is made of. */
    public List<MemberModel> arguments() {
      return members.subList(0, making.arguments());
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofRecord(this);
    }
  }

  /**
   * A type that stands for one value of another: that value is written in its place.
   *
   * @param shape the type
   * @param value the value
   * @param making how an instance is made of it
   * @param extensible whether there may be subclasses of it that nobody knows
   */
  record ValueDefinition(NamedShape shape, MemberModel value, Making making, boolean extensible)
      implements Definition {

    @Override
    public List<MemberModel> members() {
      return List.of(value);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofValue(this);
    }
  }

  /**
   * A type that is left to Jackson's databind.
   *
   * @param shape the type
   */
  record DataboundDefinition(NamedShape shape) implements Definition {

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofDatabound(this);
    }
  }

  /**
   * A class with a constructor for nothing, and setters.
   *
   * @param shape the type
   * @param properties what it holds
   * @param tag how it says what it is, if it is one of several subtypes
   * @param extensible whether there may be subclasses of it that nobody knows
   */
  record BeanDefinition(
      NamedShape shape, List<Property> properties, Optional<Tag> tag, boolean extensible)
      implements Definition {

    /** A class of these properties. */
    public BeanDefinition {
      properties = List.copyOf(properties);
    }

    @Override
    public List<MemberModel> members() {
      return properties.stream().map(Property::member).toList();
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofBean(this);
    }
  }

  /**
   * What a class holds under one name.
   *
   * @param member the value
   * @param readable whether it can be got
   * @param setter the method that sets it, or the field itself followed by {@code =}; empty if it
   *     cannot be set
   */
  record Property(MemberModel member, boolean readable, String setter) {}

  /**
   * An interface or class of which all subtypes are known.
   *
   * @param shape the type
   * @param property the member that says which subtype an object is of
   * @param subtypes the subtypes
   */
  record SealedDefinition(NamedShape shape, String property, List<Subtype> subtypes)
      implements Definition {

    /** A type of these subtypes. */
    public SealedDefinition {
      subtypes = List.copyOf(subtypes);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofSealed(this);
    }
  }

  /**
   * A subtype.
   *
   * @param shape the type
   * @param tag what it is called on the wire
   */
  record Subtype(NamedShape shape, String tag) {}

  /**
   * How a subtype says what it is.
   *
   * @param property the member
   * @param text its value
   */
  record Tag(String property, String text) {}

  /**
   * An enum: the name of a constant, or its code.
   *
   * @param shape the type
   * @param constants its constants, in their order
   * @param fallback the constant that unknown names stand for, if there is one
   * @param code what stands for a constant instead of its name, if anything does
   */
  record EnumDefinition(
      NamedShape shape,
      List<EnumConstant> constants,
      Optional<String> fallback,
      Optional<EnumCode> code)
      implements Definition {

    /** An enum of these constants. */
    public EnumDefinition {
      constants = List.copyOf(constants);
    }

    /** Whether every constant is called on the wire what Java calls it. */
    public boolean plain() {
      return code.isEmpty()
          && constants.stream().allMatch(constant -> constant.name().equals(constant.wireName()));
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofEnum(this);
    }
  }

  /**
   * What stands for the constants of an enum.
   *
   * @param accessor what to write behind a constant and a dot to get it
   * @param number whether it is a whole number rather than text
   */
  record EnumCode(String accessor, boolean number) {}

  /**
   * A constant of an enum.
   *
   * @param name its Java name
   * @param wireName what it is called on the wire
   * @param aliases what else it may be called there
   */
  record EnumConstant(String name, String wireName, List<String> aliases) {

    /** A constant of these names. */
    public EnumConstant {
      aliases = List.copyOf(aliases);
    }
  }
}
