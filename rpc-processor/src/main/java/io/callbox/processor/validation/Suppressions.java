package io.callbox.processor.validation;

import io.callbox.processor.reading.Enclosing;
import java.util.Arrays;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.RecordComponentElement;

/**
 * The warnings that users suppress with {@code @SuppressWarnings("RPC034")}. Class files do not
 * keep this annotation, so it only works on types that are compiled from source.
 */
final class Suppressions {

  private Suppressions() {}

  /** Returns whether a declaration, or an enclosing one, suppresses a warning. */
  static boolean cover(Element element, ProblemCode code) {
    Element at = element;
    while (at.getKind() != ElementKind.PACKAGE) {
      if (silences(at, code)
          || (at instanceof RecordComponentElement component
              && silences(component.getAccessor(), code))) {
        return true;
      }
      at = Enclosing.of(at);
    }
    return false;
  }

  private static boolean silences(Element element, ProblemCode code) {
    SuppressWarnings suppressed = element.getAnnotation(SuppressWarnings.class);
    return suppressed != null && Arrays.asList(suppressed.value()).contains(code.id());
  }
}
