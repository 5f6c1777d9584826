package io.callbox.processor.reading;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Finds annotations on elements that are not members by the rules of generated code, such as a
 * private field or a method with another name. Such a type is left to databind, which treats the
 * element as a member.
 */
final class MisplacedAnnotations {

  private static final List<String> OF_MEMBERS =
      List.of("JsonProperty", "JsonAlias", "JsonInclude");

  private MisplacedAnnotations() {}

  /** The form of a type, unless it must be left to databind. */
  static TypeForm orDatabound(TypeElement type, TypeForm form, Mirrors mirrors) {
    Set<Element> known = new HashSet<>();
    TypeForm.components(form).forEach(component -> known.addAll(component.declarations()));
    List<String> reasons =
        mirrors.withSupertypes(type).stream()
            .flatMap(each -> each.getEnclosedElements().stream())
            .filter(each -> each.getKind().isField() || each.getKind().name().equals("METHOD"))
            .filter(each -> !known.contains(each) && marks(each).findAny().isPresent())
            .map(each -> marks(each).findFirst().orElse("") + " on " + each.getSimpleName())
            .toList();
    boolean decided = form instanceof TypeForm.Unsupported || form instanceof TypeForm.Databound;
    return reasons.isEmpty() || decided ? form : new TypeForm.Databound(type, reasons);
  }

  private static Stream<String> marks(Element element) {
    return OF_MEMBERS.stream()
        .filter(mark -> Jackson.has(mark, List.of(element)))
        .map(mark -> "@" + mark);
  }
}
