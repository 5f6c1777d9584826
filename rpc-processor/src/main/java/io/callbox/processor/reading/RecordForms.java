package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Tells the form of records. */
final class RecordForms {

  private final Mirrors mirrors;

  RecordForms(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  TypeForm form(DeclaredType type, TypeElement element) {
    return new TypeForm.RecordOf(
        element,
        element.getRecordComponents().stream().map(each -> component(each, type, element)).toList(),
        refuses(element));
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

  /** The field comes first: compilers do not know where a component is. */
  private static List<Element> declarations(
      String name, ExecutableElement accessor, TypeElement element) {
    List<Element> declarations = new ArrayList<>();
    for (VariableElement field : ElementFilter.fieldsIn(element.getEnclosedElements())) {
      if (field.getSimpleName().contentEquals(name)) {
        declarations.add(field);
      }
    }
    declarations.add(accessor);
    return declarations;
  }

  /** Only a constructor that was written can refuse. */
  private boolean refuses(TypeElement element) {
    return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
        .filter(each -> each.getParameters().size() == element.getRecordComponents().size())
        .anyMatch(each -> mirrors.elements().getOrigin(each) == Elements.Origin.EXPLICIT);
  }
}
