package io.callbox.processor.source;

/**
 * An array.
 *
 * @param componentType the type of what it holds
 */
public record ArrayTypeName(TypeName componentType) implements TypeName {

  @Override
  public void writeTo(SourceWriter out) {
    componentType.writeTo(out);
    out.write("[]");
  }

  /** Writes it as the type of the last parameter of a method that takes any number of them. */
  void writeVarargsTo(SourceWriter out) {
    componentType.writeTo(out);
    out.write("...");
  }
}
