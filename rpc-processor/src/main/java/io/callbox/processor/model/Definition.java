package io.callbox.processor.model;

import java.util.List;
import java.util.Optional;

/** The content of a user's type. */
public sealed interface Definition {

  /** The type defined. */
  NamedShape shape();

  /** Returns whether it may have unknown subclasses. */
  default boolean extensible() {
    return false;
  }

  /**
   * Calls the case of its kind. A new kind is a compile error in all implementations of {@link
   * Cases}.
   */
  <T> T match(Cases<T> cases);

  /** One function for each kind of definition. */
  interface Cases<T> {

    T ofRecord(RecordDefinition definition);

    T ofValue(ValueDefinition definition);

    T ofDatabound(DataboundDefinition definition);

    T ofBean(BeanDefinition definition);

    T ofSealed(SealedDefinition definition);

    T ofEnum(EnumDefinition definition);
  }

  /** Its named members. */
  default List<MemberModel> members() {
    return List.of();
  }

  /**
   * A record, or a class whose instances are created with all members at once: an object with one
   * member for each.
   *
   * @param shape the type
   * @param members the members of its creator, in that order, then members that are only written
   * @param tag its tag, if it is one of several subtypes
   * @param making how instances are created
   * @param extensible whether it may have unknown subclasses
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

    /** The members of its creator. */
    public List<MemberModel> arguments() {
      return members.subList(0, making.arguments());
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.ofRecord(this);
    }
  }

  /**
   * A type that is written as one value of another type.
   *
   * @param shape the type
   * @param value the value
   * @param making how an instance is created from it
   * @param extensible whether it may have unknown subclasses
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
   * A class with a constructor without parameters, and setters.
   *
   * @param shape the type
   * @param properties its properties
   * @param tag its tag, if it is one of several subtypes
   * @param extensible whether it may have unknown subclasses
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
   * A property of a class.
   *
   * @param member the value
   * @param readable whether it has a getter
   * @param setter the method that sets it, or the field itself followed by {@code =}; empty if it
   *     cannot be set
   */
  record Property(MemberModel member, boolean readable, String setter) {}

  /**
   * An interface or class whose subtypes are all known.
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
   * @param tag its name on the wire
   */
  record Subtype(NamedShape shape, String tag) {}

  /**
   * The tag of a subtype.
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
   * @param fallback the constant for unknown names, if there is one
   * @param code the code that is written instead of a constant's name, if any
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

    /** Returns whether every constant has its Java name on the wire. */
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
   * The codes of an enum's constants.
   *
   * @param accessor the accessor after a constant and a dot
   * @param number the type of a code that is a whole number; empty for text
   */
  record EnumCode(String accessor, Optional<PrimitiveShape> number) {}

  /**
   * A constant of an enum.
   *
   * @param name its Java name
   * @param wireName its name on the wire
   * @param aliases its other names on the wire
   */
  record EnumConstant(String name, String wireName, List<String> aliases) {

    /** A constant of these names. */
    public EnumConstant {
      aliases = List.copyOf(aliases);
    }
  }
}
