package io.callbox.processor.source;

import java.util.ArrayList;
import java.util.List;

/**
 * A class or interface.
 *
 * @param packageName its package; empty for the unnamed one
 * @param outermost the simple name of the outermost class around it, or its own
 * @param nested a dot and a simple name for each class from there to itself
 */
public record ClassName(String packageName, String outermost, String nested) implements TypeName {

  private static final ClassValue<ClassName> OF_CLASSES =
      new ClassValue<>() {
        @Override
        protected ClassName computeValue(Class<?> type) {
          List<String> simpleNames = new ArrayList<>();
          for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
            simpleNames.add(0, each.getSimpleName());
          }
          return of(type.getPackageName(), simpleNames);
        }
      };

  /** A class of a package, or one nested in such a class, by its simple names. */
  public static ClassName of(String packageName, List<String> simpleNames) {
    List<String> nested = simpleNames.subList(1, simpleNames.size());
    return new ClassName(
        packageName, simpleNames.get(0), nested.isEmpty() ? "" : '.' + String.join(".", nested));
  }

  /** A class that is not nested. */
  public static ClassName of(String packageName, String simpleName) {
    return new ClassName(packageName, simpleName, "");
  }

  /** A class that is not nested, by its qualified name. */
  public static ClassName of(String qualifiedName) {
    int dot = qualifiedName.lastIndexOf('.');
    return of(qualifiedName.substring(0, Math.max(dot, 0)), qualifiedName.substring(dot + 1));
  }

  /** A class that the processor itself has. */
  public static ClassName of(Class<?> type) {
    return OF_CLASSES.get(type);
  }

  @Override
  public void writeTo(SourceWriter out) {
    out.write(this);
  }
}
