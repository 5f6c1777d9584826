package io.callbox.processor.reading;

import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** An argument of an exception's constructor, with which the exception is rebuilt. */
public sealed interface ConstructorArgument {

  /** Its message. */
  record Message() implements ConstructorArgument {}

  /** Its cause, which does not travel. */
  record Cause() implements ConstructorArgument {}

  /**
   * A field that an accessor of the exception returns.
   *
   * @param name the parameter's name
   * @param accessor the accessor's name
   * @param type the type of both
   * @param declarations the elements that may have annotations: the parameter, the accessor, and a
   *     field
   */
  record Field(String name, String accessor, TypeMirror type, List<? extends Element> declarations)
      implements ConstructorArgument {}
}
