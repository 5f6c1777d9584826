package io.callbox.processor.source;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A field.
 *
 * @param type its type
 * @param name its name
 * @param value the code of what it begins with; empty for a field that a constructor sets
 * @param modifiers its modifiers
 */
public record FieldSpec(TypeName type, String name, CodeBlock value, Set<Modifier> modifiers) {

  /** A field with these modifiers. */
  public static FieldSpec of(TypeName type, String name, CodeBlock value, Modifier... modifiers) {
    Set<Modifier> all = EnumSet.noneOf(Modifier.class);
    all.addAll(List.of(modifiers));
    return new FieldSpec(type, name, value, all);
  }

  boolean isStatic() {
    return modifiers.contains(Modifier.STATIC);
  }

  void writeTo(SourceWriter out) {
    out.write(modifiers);
    type.writeTo(out);
    out.write(" ");
    out.write(name);
    if (!value.isEmpty()) {
      out.write(" = ");
      value.writeTo(out);
    }
    out.write(";\n");
  }
}
