package io.callbox.processor.source;

import java.util.List;

/**
 * A class with type arguments.
 *
 * @param rawType the class
 * @param arguments its type arguments, in their order
 */
public record ParameterizedTypeName(ClassName rawType, List<TypeName> arguments)
    implements TypeName {

  /** A class with these arguments. */
  public static ParameterizedTypeName of(ClassName rawType, TypeName... arguments) {
    return new ParameterizedTypeName(rawType, List.of(arguments));
  }

  @Override
  public void writeTo(SourceWriter out) {
    rawType.writeTo(out);
    String before = "<";
    for (TypeName argument : arguments) {
      out.write(before);
      argument.writeTo(out);
      before = ", ";
    }
    out.write(">");
  }
}
