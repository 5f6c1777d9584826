package io.callbox.processor.reading;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/**
 * Knows which members generated code can call; it lies in the package of the interface.
 *
 * @param from the interface
 */
record Reach(Mirrors mirrors, Element from) {

  /** Returns whether a member can be mentioned from there, inherited or not. */
  boolean includes(Element member) {
    Set<Modifier> modifiers = member.getModifiers();
    boolean samePackage =
        mirrors.elements().getPackageOf(member).equals(mirrors.elements().getPackageOf(from));
    return modifiers.contains(Modifier.PUBLIC)
        || (samePackage && !modifiers.contains(Modifier.PRIVATE));
  }

  /** Returns whether a constructor or static method can be called, in a {@code try} if need be. */
  boolean makes(ExecutableElement creator) {
    return includes(creator)
        && creator.getThrownTypes().stream()
            .allMatch(thrown -> isUnchecked(thrown) || isA(thrown, Exception.class));
  }

  /** The checked exception that a caller must declare or catch, if any. */
  Optional<? extends TypeMirror> checkedException(ExecutableElement called) {
    return called.getThrownTypes().stream().filter(thrown -> !isUnchecked(thrown)).findFirst();
  }

  private boolean isUnchecked(TypeMirror thrown) {
    return isA(thrown, RuntimeException.class) || isA(thrown, Error.class);
  }

  private boolean isA(TypeMirror thrown, Class<?> type) {
    TypeMirror wanted = mirrors.elements().getTypeElement(type.getCanonicalName()).asType();
    return mirrors.types().isSubtype(thrown, wanted);
  }
}
