package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a value is declared never to be {@code null}: with {@code @NonNull} of JSpecify
 * or AndroidX; with JetBrains' {@code @NotNull}, which Kotlin writes for each type without a
 * question mark; or without {@code @Nullable} in a scope with JSpecify's {@code @NullMarked}.
 * Compilers before 22 do not see {@code @Nullable} in class files, so with them a scope counts only
 * in the service's own package.
 */
final class Nullness {

  private static final int SEES_CLASS_FILES = 22;

  /**
   * The full name, because Bean Validation has an annotation with this simple name, which is a
   * constraint.
   */
  private static final String NOT_NULL = "org.jetbrains.annotations.NotNull";

  private final Mirrors mirrors;
  private final TypeElement service;
  private final Map<@Nullable Element, Boolean> scopes = new HashMap<>();

  Nullness(Mirrors mirrors, TypeElement service) {
    this.mirrors = mirrors;
    this.service = service;
  }

  /**
   * Returns whether a value must be there.
   *
   * @param type its type, with annotations if it has any
   * @param declarations the elements that may have annotations, and that are in the scope
   */
  boolean required(TypeMirror type, List<? extends Element> declarations) {
    if (type.getKind().isPrimitive() || declaredWith("Nullable", type, declarations)) {
      return false;
    }
    if (declaredWith("NonNull", type, declarations)) {
      return true;
    }
    for (Element each : declarations) {
      if (Mirrors.isMarked(each, NOT_NULL)) {
        return true;
      }
    }
    Element first = declarations.get(0);
    return !ofTypeVariable(first) && isSeen(first) && isMarked(first);
  }

  private static boolean declaredWith(
      String annotation, TypeMirror type, List<? extends Element> declarations) {
    if (isAnnotated(type, annotation)) {
      return true;
    }
    for (Element each : declarations) {
      if (isAnnotated(each, annotation) || isAnnotated(typeOf(each), annotation)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnnotated(AnnotatedConstruct construct, String annotation) {
    for (AnnotationMirror each : construct.getAnnotationMirrors()) {
      if (each.getAnnotationType().asElement().getSimpleName().contentEquals(annotation)) {
        return true;
      }
    }
    return false;
  }

  private static TypeMirror typeOf(Element declaration) {
    return declaration instanceof ExecutableElement method
        ? method.getReturnType()
        : declaration.asType();
  }

  /**
   * Returns whether the declared type is a type variable. Such a value may be {@code null} if the
   * variable may.
   */
  private static boolean ofTypeVariable(Element declaration) {
    return typeOf(declaration).getKind() == TypeKind.TYPEVAR;
  }

  private boolean isSeen(Element declaration) {
    return Runtime.version().feature() >= SEES_CLASS_FILES
        || mirrors
            .elements()
            .getPackageOf(declaration)
            .equals(mirrors.elements().getPackageOf(service));
  }

  private boolean isMarked(Element at) {
    if (MoreElements.isAnnotationPresent(at, "org.jspecify.annotations.NullUnmarked")) {
      return false;
    }
    return MoreElements.isAnnotationPresent(at, "org.jspecify.annotations.NullMarked")
        || isScopeMarked(at.getEnclosingElement());
  }

  /** Returns whether a scope is marked. It is determined once for all elements of the scope. */
  private boolean isScopeMarked(@Nullable Element scope) {
    Boolean known = scopes.get(scope);
    if (known == null) { // no computeIfAbsent, because a scope asks for its enclosing scope
      known = scope != null && isMarked(scope);
      scopes.put(scope, known);
    }
    return known;
  }
}
