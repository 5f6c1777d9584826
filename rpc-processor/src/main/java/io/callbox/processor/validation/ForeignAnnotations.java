package io.callbox.processor.validation;

import io.callbox.processor.reading.ContractMethod;
import io.callbox.processor.reading.JacksonAnnotations;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Validates that Jackson's annotations are only where they are supported: on types that travel, and
 * not on the interface, its methods and their parameters, which Jackson does not know.
 */
final class ForeignAnnotations {

  private final ValidationReport report;

  ForeignAnnotations(ValidationReport report) {
    this.report = report;
  }

  void validate(Element element) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (JacksonAnnotations.isOne(annotation)) {
        String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
        report.add(
            ProblemCode.FOREIGN_ANNOTATION,
            element,
            annotation,
            "@"
                + name
                + " on "
                + element.getSimpleName()
                + " has no effect, "
                + instead(element, name));
      }
    }
  }

  /**
   * Validates a field of an exception, which travels only under the name of its constructor's
   * parameter.
   */
  void validate(Element element, TypeElement exception, ContractMethod method) {
    for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
      if (JacksonAnnotations.isOne(annotation)) {
        report.add(
            ProblemCode.FOREIGN_ANNOTATION,
            method.element(),
            "@"
                + annotation.getAnnotationType().asElement().getSimpleName()
                + " on "
                + element.getSimpleName()
                + " of "
                + exception.getSimpleName()
                + " has no effect, as exceptions are rebuilt from what their constructors take, by"
                + " those names; take it away, or put it on a member of a record that the exception"
                + " holds");
      }
    }
  }

  private static String instead(Element element, String name) {
    boolean named = name.equals("JsonProperty") || name.equals("JsonAlias");
    return switch (element.getKind()) {
      case PARAMETER ->
          named
              ? "as parameters are no members of an object of Jackson's; name it with @Param"
              : "as parameters are no members of an object of Jackson's; put it on a member of a"
                  + " record, and pass that";
      case METHOD ->
          named
              ? "as Jackson does not call it; name it with @RemoteMethod(name = …)"
              : "as Jackson does not call it; put it on a member of a record, and return that";
      default -> "as the interface itself does not travel; put it on the types that do";
    };
  }
}
