package io.callbox.processor.validation;

import com.google.auto.common.MoreElements;
import io.callbox.processor.reading.Enclosing;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * All problems of one interface. A problem in another file is reported on the interface, because
 * the other file may not be part of this compilation. For one thread.
 */
public final class ValidationReport {

  private final TypeElement service;
  private final boolean strict;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private boolean undecided;
  private boolean unfinished;

  /**
   * Creates an empty report.
   *
   * @param strict whether warnings are errors
   */
  ValidationReport(TypeElement service, boolean strict) {
    this.service = service;
    this.strict = strict;
  }

  /** Returns whether no problem prevents the generation of code. */
  public boolean isClean() {
    return problems.stream().noneMatch(problem -> problem.fails(strict)) && !undecided;
  }

  /** Returns whether the interface uses a type that does not exist, or does not exist yet. */
  public boolean isUndecided() {
    return undecided;
  }

  /**
   * Returns whether the interface uses a type to which another processor adds members in this
   * round.
   */
  public boolean isUnfinished() {
    return unfinished;
  }

  /** Prints the problems, in the order in which they were found. */
  public void printTo(Messager messager) {
    problems.forEach(problem -> problem.printTo(messager, strict));
  }

  void add(ProblemCode code, Element element, String message) {
    add(code, element, Optional.empty(), message);
  }

  /** Adds a problem that lies in an annotation of the element. */
  void add(
      ProblemCode code, Element element, Class<? extends Annotation> annotation, String message) {
    add(code, element, MoreElements.getAnnotationMirror(element, annotation).toJavaUtil(), message);
  }

  /** Adds a problem of one annotation of the element. */
  void add(ProblemCode code, Element element, AnnotationMirror annotation, String message) {
    add(code, element, Optional.of(annotation), message);
  }

  private void add(
      ProblemCode code, Element element, Optional<AnnotationMirror> annotation, String message) {
    problems.add(
        outermost(element).equals(outermost(service))
            ? new Problem(code, element, annotation, message)
            : new Problem(code, service, Optional.empty(), location(element) + message));
  }

  /** Returns whether one of these elements or the interface suppresses such a warning. */
  boolean silences(ProblemCode code, Element... elements) {
    return !code.fails(strict)
        && (Suppressions.cover(service, code)
            || Arrays.stream(elements).anyMatch(each -> Suppressions.cover(each, code)));
  }

  void unfinished() {
    unfinished = true;
  }

  void undecided() {
    undecided = true;
  }

  private static TypeElement outermost(Element element) {
    return Enclosing.types(element).get(0);
  }

  private static String location(Element element) {
    TypeElement type =
        Enclosing.types(element).stream().reduce((outer, inner) -> inner).orElseThrow();
    Element member = element;
    while (!member.equals(type) && !Enclosing.of(member).equals(type)) {
      member = Enclosing.of(member);
    }
    String name = member.equals(type) ? "" : "." + member.getSimpleName();
    return "in " + type.getSimpleName() + name + ": ";
  }
}
