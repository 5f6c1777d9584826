package io.callbox.processor.validation;

import io.callbox.processor.reading.JacksonAnnotations;
import io.callbox.processor.reading.TypeForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Validates what a type of the user's holds, all of it together. */
final class MemberValidator {

  /** More members than this cannot be told apart as missing or there. */
  private static final int MOST_MEMBERS = 64;

  private final ValidationReport report;

  MemberValidator(ValidationReport report) {
    this.report = report;
  }

  void validate(List<TypeForm.Component> components, Place place) {
    validateNumber(components, place);
    validateNames(components, place);
  }

  private void validateNumber(List<TypeForm.Component> components, Place place) {
    boolean needed =
        components.stream()
            .anyMatch(
                component ->
                    component.type().getKind().isPrimitive()
                        || JacksonAnnotations.isRequired(component));
    if (components.size() > MOST_MEMBERS && needed) {
      report.add(
          ProblemCode.TOO_MANY_MEMBERS,
          place.element(),
          place.path()
              + " has more than "
              + MOST_MEMBERS
              + " components, some of which must be there; put some together in records of their"
              + " own, or box the primitives");
    }
  }

  private void validateNames(List<TypeForm.Component> components, Place place) {
    Set<String> names = new HashSet<>();
    for (TypeForm.Component component : components) {
      String name = JacksonAnnotations.wireName(component);
      if (!names.add(name)) {
        report.add(
            ProblemCode.DUPLICATE_MEMBER,
            place.member(component.name(), component.element()).element(),
            place.path() + " has two members called '" + name + "' on the wire; rename one");
      }
    }
  }
}
