package io.callbox.processor.reading;

import io.callbox.processor.reading.TypeForm.Reason;
import io.callbox.processor.reading.TypeForm.Unsupported;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Finds members of a class that look as if they travel, but would not: a field with a setter but no
 * getter, a field whose accessors do not have the names of a getter and a setter, and all members
 * of a class without getters. The processor refuses such a class, because users would notice the
 * missing values only much later.
 */
final class Losses {

  private final Accessors accessors;
  private final Ignored ignored;

  Losses(Accessors accessors, Ignored ignored) {
    this.accessors = accessors;
    this.ignored = ignored;
  }

  /**
   * Returns the form of a class, unless the class must be refused.
   *
   * @param tagged whether it travels as one of several subtypes, so that its name alone is
   *     information
   */
  TypeForm orRefused(TypeElement type, TypeForm form, boolean tagged) {
    if (!(form instanceof TypeForm.BeanOf || form instanceof TypeForm.RecordOf)) {
      return form;
    }
    List<TypeForm.Component> components = TypeForm.components(form).toList();
    Set<String> known = new HashSet<>();
    components.forEach(component -> known.add(component.name()));
    Stream<String> unread =
        components.stream()
            .filter(each -> each.accessor().isEmpty() && !ignored.contains(each))
            .map(TypeForm.Component::name)
            .filter(name -> fields().anyMatch(field -> field.getSimpleName().contentEquals(name)));
    Stream<String> fluent =
        fields()
            .filter(field -> !known.contains(field.getSimpleName().toString()))
            .filter(field -> !ignored.contains(component(field)) && accessors.isFluent(field))
            .map(field -> field.getSimpleName().toString());
    List<String> lost = Stream.concat(unread, fluent).toList();
    if (!lost.isEmpty()) {
      return new Unsupported(Reason.LOST, String.join(", ", lost));
    }
    boolean written =
        components.stream().anyMatch(each -> !each.accessor().isEmpty() && !ignored.contains(each));
    return written || (tagged && fields().findAny().isEmpty())
        ? form
        : new Unsupported(Reason.LOST, "");
  }

  private Stream<VariableElement> fields() {
    return accessors.fields().stream();
  }

  private static TypeForm.Component component(VariableElement field) {
    return new TypeForm.Component(
        field.getSimpleName().toString(), field.asType(), "", List.of(field));
  }
}
