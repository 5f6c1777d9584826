package io.callbox.processor.source;

/**
 * An annotation.
 *
 * @param type its type
 * @param value the code of its value; empty if it has none
 */
public record AnnotationSpec(ClassName type, CodeBlock value) {

  /** An annotation without a value. */
  public static AnnotationSpec of(ClassName type) {
    return new AnnotationSpec(type, CodeBlock.of(""));
  }

  /** An annotation with a value of this format. */
  public static AnnotationSpec of(ClassName type, String format, Object... arguments) {
    return new AnnotationSpec(type, CodeBlock.of(format, arguments));
  }

  void writeTo(SourceWriter out) {
    out.write("@");
    type.writeTo(out);
    if (!value.isEmpty()) {
      out.write("(");
      value.writeTo(out);
      out.write(")");
    }
    out.write("\n");
  }
}
