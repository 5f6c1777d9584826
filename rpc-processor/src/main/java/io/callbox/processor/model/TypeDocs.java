package io.callbox.processor.model;

/** The Javadoc of types. */
@FunctionalInterface
public interface TypeDocs {

  /**
   * The documentation of a type, and of its components, fields or constants by their Java names.
   */
  Docs of(JavaName type);
}
