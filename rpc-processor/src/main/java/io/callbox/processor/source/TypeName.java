package io.callbox.processor.source;

/** A type where source mentions it. */
public sealed interface TypeName
    permits ArrayTypeName, ClassName, ParameterizedTypeName, PrimitiveName, WildcardTypeName {

  /** Writes it. */
  void writeTo(SourceWriter out);

  /** The class whose values are as this type's, for use as a type argument. */
  default TypeName boxed() {
    return this;
  }
}
