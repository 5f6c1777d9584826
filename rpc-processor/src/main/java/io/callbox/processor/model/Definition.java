package io.callbox.processor.model;

import java.util.List;

/** What is in a type of the user's. */
public sealed interface Definition {

  /** The type defined. */
  NamedShape shape();

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
   * @param constants the names of its constants, in their order
   */
  record EnumDefinition(NamedShape shape, List<String> constants) implements Definition {

    /** An enum of these constants. */
    public EnumDefinition {
      constants = List.copyOf(constants);
    }
  }
}
