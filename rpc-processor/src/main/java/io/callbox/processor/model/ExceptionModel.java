package io.callbox.processor.model;

import java.util.List;

/**
 * An exception that a method declares, and the way to rebuild it.
 *
 * @param type the exception
 * @param id its name on the wire
 * @param arguments the arguments of its constructor
 */
public record ExceptionModel(JavaName type, String id, List<Argument> arguments) {

  /** An exception rebuilt from these arguments. */
  public ExceptionModel {
    arguments = List.copyOf(arguments);
  }

  /** The fields that travel besides its message. */
  public List<MemberModel> fields() {
    return arguments.stream()
        .filter(Argument.Field.class::isInstance)
        .map(argument -> ((Argument.Field) argument).member())
        .toList();
  }

  /** One argument of the constructor. */
  public sealed interface Argument {

    /** The exception's message. */
    record Message() implements Argument {}

    /** Its cause, which does not travel. */
    record Cause() implements Argument {}

    /**
     * One of its fields.
     *
     * @param member the field
     */
    record Field(MemberModel member) implements Argument {}
  }
}
