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
   * A record: an object with one member for each component.
   *
   * @param shape the type
   * @param members its components, in the order of its constructor
   */
  record RecordDefinition(NamedShape shape, List<MemberModel> members) implements Definition {

    /** A record of these members. */
    public RecordDefinition {
      members = List.copyOf(members);
    }
  }

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
