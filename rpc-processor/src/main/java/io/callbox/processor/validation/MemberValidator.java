package io.callbox.processor.validation;

import io.callbox.processor.reading.JacksonAnnotations;
import io.callbox.processor.reading.TypeForm;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Validates all members of a user's type together. */
final class MemberValidator {

  /** The maximum number of members: with more, generated code could not track which are present. */
  private static final int MOST_MEMBERS = 1_000;

  private static final int MOST_SUBTYPES = 500;

  private final ValidationReport report;

  MemberValidator(ValidationReport report) {
    this.report = report;
  }

  void validate(List<TypeForm.Component> components, Place place) {
    validateNumber(components.size(), MOST_MEMBERS, "members", place);
    validateNames(components, place);
  }

  /**
   * Validates that a member can be set. A public final field is written, but cannot be set when it
   * is read.
   */
  void validateSet(TypeForm.Property property, Place place) {
    TypeForm.Component component = property.component();
    if (property.setter().isEmpty() && component.isField()) {
      Place member = place.member(component.name(), component.element());
      report.add(
          ProblemCode.LOST,
          member.element(),
          member.path()
              + " is a final field that no constructor takes, so that it would be written and lost"
              + " on the way; give it a setter, let it not be final, take it in the constructor, or"
              + " mark it @JsonIgnore");
    }
  }

  /** Validates the number of subtypes, because one method distinguishes all of them. */
  void validateSubtypes(int number, Place place) {
    validateNumber(number, MOST_SUBTYPES, "subtypes", place);
  }

  /** Validates a number. A method holds 64 KiB of code, and one method reads all members. */
  private void validateNumber(int number, int most, String things, Place place) {
    if (number > most) {
      report.add(
          ProblemCode.TOO_MANY_MEMBERS,
          place.element(),
          place.path()
              + " has more than "
              + most
              + " "
              + things
              + "; put some together in types of their own");
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
