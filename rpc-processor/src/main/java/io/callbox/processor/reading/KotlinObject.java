package io.callbox.processor.reading;

import io.callbox.processor.model.Making;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * A Kotlin {@code object}: a class with one instance, which a static field holds. As one of several
 * subtypes, its tag is its whole message, because its content is the same on both sides.
 */
final class KotlinObject {

  private static final String FIELD = "INSTANCE";

  private KotlinObject() {}

  static boolean is(TypeElement type) {
    return Mirrors.isMarked(type, "kotlin.Metadata")
        && ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .anyMatch(field -> holdsTheOnlyOne(field, type))
        && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .allMatch(each -> each.getModifiers().contains(Modifier.PRIVATE));
  }

  private static boolean holdsTheOnlyOne(VariableElement field, TypeElement type) {
    return field.getSimpleName().contentEquals(FIELD)
        && field
            .getModifiers()
            .containsAll(List.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL))
        && field.asType().toString().equals(type.asType().toString());
  }

  static TypeForm form(TypeElement type) {
    return new TypeForm.RecordOf(type, List.of(), Making.onlyOne(FIELD));
  }
}
