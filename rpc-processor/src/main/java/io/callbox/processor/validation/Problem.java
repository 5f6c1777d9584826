package io.callbox.processor.validation;

import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.tools.Diagnostic;

/**
 * One mistake in a contract.
 *
 * @param code its code
 * @param element its element
 * @param annotation its annotation on the element, if any
 * @param message the problem, and its remedy
 */
record Problem(
    ProblemCode code, Element element, Optional<AnnotationMirror> annotation, String message) {

  boolean fails(boolean strict) {
    return code.fails(strict);
  }

  void printTo(Messager messager, boolean strict) {
    Diagnostic.Kind kind = fails(strict) ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
    String text = code.id() + ": " + message;
    if (annotation.isPresent()) {
      messager.printMessage(kind, text, element, annotation.get());
    } else {
      messager.printMessage(kind, text, element);
    }
  }
}
