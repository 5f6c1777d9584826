package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.Making;
import io.callbox.processor.model.Making.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Determines the form of records. */
final class RecordForms {

  private final Mirrors mirrors;
  private final CreatorForms made;

  RecordForms(Reach reach) {
    this.mirrors = reach.mirrors();
    this.made = new CreatorForms(reach);
  }

  TypeForm form(DeclaredType type, TypeElement element) {
    List<ExecutableElement> others =
        Creators.marked(element).stream()
            .filter(each -> !mirrors.isCanonical(each, element))
            .toList();
    Accessors accessors = new Accessors(element, mirrors);
    Map<String, ExecutableElement> getters = getters(element, accessors);
    if (others.size() > 1) {
      return new TypeForm.Databound(element, List.of("more than one @JsonCreator"));
    } else if (!others.isEmpty()) {
      components(element).forEach(each -> getters.put(name(each), each.getAccessor()));
      return made.ofMarked(type, others.get(0), new Getters(type, mirrors, accessors, getters));
    }
    List<TypeForm.Component> components = new ArrayList<>();
    components(element).forEach(each -> components.add(component(each, type, element)));
    Making making = new Making("", components.size(), refusal(element));
    components.addAll(new Getters(type, mirrors, accessors, getters).rest());
    return new TypeForm.RecordOf(element, components, making);
  }

  /**
   * Returns the getters that a record has besides its components, because databind writes them too.
   */
  private static Map<String, ExecutableElement> getters(TypeElement element, Accessors accessors) {
    Map<String, ExecutableElement> getters = new LinkedHashMap<>(accessors.getters());
    for (RecordComponentElement component : components(element)) {
      getters.remove(name(component));
      getters.values().removeIf(each -> each.getSimpleName().contentEquals(name(component)));
    }
    return getters;
  }

  private static List<? extends RecordComponentElement> components(TypeElement element) {
    return element.getRecordComponents();
  }

  private static String name(RecordComponentElement component) {
    return component.getSimpleName().toString();
  }

  private TypeForm.Component component(
      RecordComponentElement component, DeclaredType type, TypeElement element) {
    String name = component.getSimpleName().toString();
    ExecutableElement accessor = component.getAccessor();
    return new TypeForm.Component(
        name,
        MoreTypes.asExecutable(mirrors.types().asMemberOf(type, accessor)).getReturnType(),
        name + "()",
        declarations(name, accessor, element));
  }

  /**
   * Returns the declarations of a component. The field comes first, because compilers do not know
   * the position of a component.
   */
  private List<Element> declarations(String name, ExecutableElement accessor, TypeElement element) {
    List<Element> declarations = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals(name)) {
        declarations.add(field);
      }
    }
    declarations.add(accessor);
    parameter(name, element).ifPresent(declarations::add);
    return declarations;
  }

  /**
   * Returns the parameter of the canonical constructor. If the constructor is written out, its
   * parameter may have another name.
   */
  private Optional<Element> parameter(String component, TypeElement element) {
    List<String> names = components(element).stream().map(RecordForms::name).toList();
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(each -> mirrors.isCanonical(each, element))
        .map(each -> (Element) each.getParameters().get(names.indexOf(component)))
        .findFirst();
  }

  /** Returns the exceptions by which a record may refuse. Only a written constructor can refuse. */
  private Refusal refusal(TypeElement element) {
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
            .filter(each -> each.getParameters().size() == element.getRecordComponents().size())
            .anyMatch(each -> mirrors.elements().getOrigin(each) == Elements.Origin.EXPLICIT)
        ? Refusal.RUNTIME
        : Refusal.NONE;
  }
}
