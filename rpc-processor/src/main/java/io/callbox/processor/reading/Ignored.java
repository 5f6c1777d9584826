package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** The members of one type that annotations exclude. */
final class Ignored {

  private final List<String> names;

  /**
   * Creates it for the excluded members of a type.
   *
   * @param types the type, and all types from which it inherits annotations
   */
  Ignored(List<TypeElement> types) {
    this.names = Jackson.texts("JsonIgnoreProperties", "value", types);
  }

  boolean contains(TypeForm.Component component) {
    return Jackson.on("JsonIgnore", component.declarations())
        || names.contains(JacksonAnnotations.wireName(component))
        || ofIgnoredType(component);
  }

  /** The form without the excluded members, except those that a constructor takes. */
  TypeForm without(TypeForm form) {
    if (form instanceof TypeForm.BeanOf bean) {
      return new TypeForm.BeanOf(
          bean.type(),
          bean.properties().stream().filter(each -> !contains(each.component())).toList());
    } else if (form instanceof TypeForm.RecordOf made) {
      List<TypeForm.Component> all = made.components();
      int arguments = made.making().arguments();
      Stream<TypeForm.Component> rest =
          all.stream().skip(arguments).filter(each -> !contains(each));
      return new TypeForm.RecordOf(
          made.type(), Stream.concat(all.stream().limit(arguments), rest).toList(), made.making());
    }
    return form;
  }

  private static boolean ofIgnoredType(TypeForm.Component component) {
    return component.type().getKind() == TypeKind.DECLARED
        && Jackson.on("JsonIgnoreType", List.of(MoreTypes.asTypeElement(component.type())));
  }
}
