package io.callbox.processor.model;

import java.util.List;
import java.util.Optional;

/** What is in a type of the user's. */
public sealed interface Definition {

  /** The type defined. */
  NamedShape shape();

  /** What is in it that has a name. */
  default List<MemberModel> members() {
    return List.of();
  }

  /**
   * A record, or a class with a constructor for all it holds: an object with one member for each.
   *
   * @param shape the type
   * @param members what its constructor takes, in that order
   * @param tag how it says what it is, if it is one of several subtypes
   * @param refuses whether its constructor may refuse what it is given
   */
  record RecordDefinition(
      NamedShape shape, List<MemberModel> members, Optional<Tag> tag, boolean refuses)
      implements Definition {

    /** A record of these members. */
    public RecordDefinition {
      members = List.copyOf(members);
    }
  }

  /**
   * A class with a constructor for nothing, and setters.
   *
   * @param shape the type
   * @param properties what it holds
   * @param tag how it says what it is, if it is one of several subtypes
   */
  record BeanDefinition(NamedShape shape, List<Property> properties, Optional<Tag> tag)
      implements Definition {

    /** A class of these properties. */
    public BeanDefinition {
      properties = List.copyOf(properties);
    }

    @Override
    public List<MemberModel> members() {
      return properties.stream().map(Property::member).toList();
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
   * An enum: the name of a constant.
   *
   * @param shape the type
   * @param constants its constants, in their order
   * @param fallback the constant that unknown names stand for, if there is one
   */
  record EnumDefinition(NamedShape shape, List<EnumConstant> constants, Optional<String> fallback)
      implements Definition {

    /** An enum of these constants. */
    public EnumDefinition {
      constants = List.copyOf(constants);
    }

    /** Whether every constant is called on the wire what Java calls it. */
    public boolean plain() {
      return constants.stream().allMatch(constant -> constant.name().equals(constant.wireName()));
    }
  }

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
