package io.callbox.processor.source;

import org.jspecify.annotations.Nullable;

/**
 * A type argument that stands for any type, or any subtype of one.
 *
 * @param bound the supertype; null for any type
 */
public record WildcardTypeName(@Nullable TypeName bound) implements TypeName {

  /** Any type. */
  public static final WildcardTypeName ANY = new WildcardTypeName(null);

  @Override
  public void writeTo(SourceWriter out) {
    if (bound == null) {
      out.write("?");
    } else {
      out.write("? extends ");
      bound.writeTo(out);
    }
  }
}
