package io.callbox.processor.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds unsupported annotations of a type, its supertypes and their members. */
final class UnsupportedAnnotations {

  private static final String JACKSON = "com.fasterxml.jackson.";
  private static final String NEWER_JACKSON = "tools.jackson.";

  /** The end of the names of annotations that Jackson's databind does not know yet. */
  static final String OF_NEWER_JACKSON = " of Jackson 3";

  private final Mirrors mirrors;

  UnsupportedAnnotations(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /** Returns the names of these annotations, each once. */
  List<String> in(TypeElement type) {
    Set<String> found = new LinkedHashSet<>();
    for (TypeElement each : mirrors.withSupertypes(type)) {
      for (Element declaration : declarations(each)) {
        declaration.getAnnotationMirrors().stream()
            .flatMap(annotation -> problem(annotation, declaration).stream())
            .forEach(found::add);
      }
    }
    return found.stream().sorted().toList();
  }

  private Optional<String> problem(AnnotationMirror annotation, Element declaration) {
    if (ofNewerJackson(annotation)) {
      return Optional.of("@" + nameOf(annotation) + OF_NEWER_JACKSON);
    } else if (ofJackson(annotation)) {
      return AnnotationUse.of(annotation, declaration).problem();
    } else if (standsForOthers(annotation)) {
      return Optional.of("@" + nameOf(annotation) + ", which stands for annotations of Jackson's");
    }
    return Optional.empty();
  }

  /** Returns all elements of a type that can have annotations, without its nested types. */
  private static List<Element> declarations(TypeElement type) {
    List<Element> declarations = new ArrayList<>(List.of(type));
    for (Element member : type.getEnclosedElements()) {
      if (!member.getKind().isClass() && !member.getKind().isInterface()) {
        declarations.add(member);
      }
      if (member instanceof ExecutableElement method) {
        declarations.addAll(method.getParameters());
      }
    }
    return declarations;
  }

  static boolean ofJackson(AnnotationMirror annotation) {
    return annotation.getAnnotationType().toString().startsWith(JACKSON)
        || ofNewerJackson(annotation);
  }

  private static boolean ofNewerJackson(AnnotationMirror annotation) {
    return annotation.getAnnotationType().toString().startsWith(NEWER_JACKSON);
  }

  static String nameOf(AnnotationMirror annotation) {
    return annotation.getAnnotationType().asElement().getSimpleName().toString();
  }

  static boolean standsForOthers(AnnotationMirror annotation) {
    return Jackson.has(
        "JacksonAnnotationsInside", List.of(annotation.getAnnotationType().asElement()));
  }
}
