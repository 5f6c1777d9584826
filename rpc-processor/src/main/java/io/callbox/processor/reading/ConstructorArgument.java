package io.callbox.processor.reading;

import javax.lang.model.type.TypeMirror;

/** What an exception's constructor is called with to rebuild it. */
public sealed interface ConstructorArgument {

  /** Its message. */
  record Message() implements ConstructorArgument {}

  /** Its cause, which does not travel. */
  record Cause() implements ConstructorArgument {}

  /**
   * A field that an accessor of the exception gives.
   *
   * @param name the parameter's name
   * @param accessor the accessor's name
   * @param type the type of both
   */
  record Field(String name, String accessor, TypeMirror type) implements ConstructorArgument {}
}
