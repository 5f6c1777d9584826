package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Decides whether a value is declared never to be {@code null}: with {@code @NonNull} of JSpecify
 * or AndroidX; with JetBrains' {@code @NotNull}, which Kotlin writes for each type without a
 * question mark; or without {@code @Nullable} in a scope with JSpecify's {@code @NullMarked}.
 * Compilers before 22 do not see {@code @Nullable} in class files, so with them a scope counts only
 * in the service's own package.
 */
final class Nullness {

  private static final int SEES_CLASS_FILES = 22;

  /** By its full name: that of Bean Validation is a constraint, and says so itself. */
  private static final String NOT_NULL = "org.jetbrains.annotations.NotNull";

  private final Mirrors mirrors;
  private final TypeElement service;

  Nullness(Mirrors mirrors, TypeElement service) {
    this.mirrors = mirrors;
    this.service = service;
  }

  /**
   * Whether a value must be there.
   *
   * @param type its type, with annotations if it has any
   * @param declarations what may carry annotations, and lies in the scope
   */
  boolean required(TypeMirror type, List<? extends Element> declarations) {
    if (type.getKind().isPrimitive() || declaredWith("Nullable", type, declarations)) {
      return false;
    }
    return declaredWith("NonNull", type, declarations)
        || declarations.stream().anyMatch(each -> Mirrors.isMarked(each, NOT_NULL))
        || (!ofTypeVariable(declarations.get(0)) && isMarked(declarations.get(0)));
  }

  private static boolean declaredWith(
      String annotation, TypeMirror type, List<? extends Element> declarations) {
    return isAnnotated(type, annotation)
        || declarations.stream()
            .anyMatch(
                each -> isAnnotated(each, annotation) || isAnnotated(typeOf(each), annotation));
  }

  private static boolean isAnnotated(AnnotatedConstruct construct, String annotation) {
    return construct.getAnnotationMirrors().stream()
        .anyMatch(
            each -> each.getAnnotationType().asElement().getSimpleName().contentEquals(annotation));
  }

  private static TypeMirror typeOf(Element declaration) {
    return declaration instanceof ExecutableElement method
        ? method.getReturnType()
        : declaration.asType();
  }

  /** What is declared as a type variable may be {@code null} if the variable may. */
  private static boolean ofTypeVariable(Element declaration) {
    return typeOf(declaration).getKind() == TypeKind.TYPEVAR;
  }

  private boolean isMarked(Element declaration) {
    boolean seen =
        Runtime.version().feature() >= SEES_CLASS_FILES
            || mirrors
                .elements()
                .getPackageOf(declaration)
                .equals(mirrors.elements().getPackageOf(service));
    for (Element at = declaration; seen && at != null; at = at.getEnclosingElement()) {
      if (MoreElements.isAnnotationPresent(at, "org.jspecify.annotations.NullUnmarked")) {
        return false;
      } else if (MoreElements.isAnnotationPresent(at, "org.jspecify.annotations.NullMarked")) {
        return true;
      }
    }
    return false;
  }
}
