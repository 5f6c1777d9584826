package io.callbox.processor.reading;

import com.google.auto.common.AnnotationMirrors;
import com.google.auto.common.AnnotationValues;
import com.google.auto.common.MoreElements;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * Reads Jackson's annotations on a declaration. It knows them only by name, so neither this
 * processor nor a contract needs Jackson's classes.
 */
final class Jackson {

  private static final String PACKAGE = "com.fasterxml.jackson.annotation.";

  private Jackson() {}

  /** Returns whether any of the declarations has an annotation. */
  static boolean has(String annotation, List<? extends Element> declarations) {
    return find(annotation, declarations).isPresent();
  }

  /** A text of an annotation, unless it is empty. */
  static Optional<String> text(
      String annotation, String member, List<? extends Element> declarations) {
    return value(annotation, member, declarations)
        .map(AnnotationValues::getString)
        .filter(text -> !text.isEmpty());
  }

  /** The texts of an annotation. */
  static List<String> texts(
      String annotation, String member, List<? extends Element> declarations) {
    return value(annotation, member, declarations)
        .<List<String>>map(AnnotationValues::getStrings)
        .orElse(List.of());
  }

  /** The name of an enum constant of an annotation. */
  static Optional<String> constant(
      String annotation, String member, List<? extends Element> declarations) {
    return value(annotation, member, declarations)
        .map(value -> AnnotationValues.getEnum(value).getSimpleName().toString());
  }

  /** Returns whether an annotation is there and not switched off by {@code value = false}. */
  static boolean on(String annotation, List<? extends Element> declarations) {
    return value(annotation, "value", declarations).map(AnnotationValues::getBoolean).orElse(false);
  }

  static Optional<AnnotationValue> value(
      String annotation, String member, List<? extends Element> declarations) {
    return find(annotation, declarations)
        .map(found -> AnnotationMirrors.getAnnotationValue(found, member));
  }

  static Optional<AnnotationMirror> find(String annotation, List<? extends Element> declarations) {
    return declarations.stream()
        .map(each -> MoreElements.getAnnotationMirror(each, PACKAGE + annotation).toJavaUtil())
        .flatMap(Optional::stream)
        .findFirst();
  }
}
