package io.callbox.processor.source;

/**
 * A parameter of a method.
 *
 * @param type its type
 * @param name its name
 */
record ParameterSpec(TypeName type, String name) {

  /** Writes it; as that of a method that takes any number of them if {@code varargs} is set. */
  void writeTo(SourceWriter out, boolean varargs) {
    if (varargs) {
      ((ArrayTypeName) type).writeVarargsTo(out);
    } else {
      type.writeTo(out);
    }
    out.write(" ");
    out.write(name);
  }
}
