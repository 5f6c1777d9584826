package io.callbox.processor.model;

/** What the Javadoc of types says. */
@FunctionalInterface
public interface TypeDocs {

  /** Nothing of any type. */
  TypeDocs NONE = type -> Docs.NONE;

  /** What is said of a type, and of its components, fields or constants by their Java names. */
  Docs of(JavaName type);
}
