package io.callbox.processor.validation;

import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.TypeForm;
import io.callbox.processor.reading.TypeForms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;

/**
 * Validates types, and all that is in them. Looks into each of the user's types once. One for each
 * service; for one thread.
 */
final class TypeValidator {

  /** More members than this cannot be told apart as missing or there. */
  private static final int MOST_MEMBERS = 64;

  /** Only a type that contains itself with ever larger arguments gets this deep. */
  private static final int DEEPEST = 40;

  private final Mirrors mirrors;
  private final TypeElement service;
  private final ValidationReport report;
  private final TypeForms forms;
  private final Set<String> seen = new HashSet<>();
  private int depth;

  TypeValidator(Mirrors mirrors, TypeElement service, ValidationReport report) {
    this.mirrors = mirrors;
    this.service = service;
    this.report = report;
    this.forms = new TypeForms(mirrors);
  }

  void validate(TypeMirror type, Place place) {
    depth++;
    TypeForm form = forms.of(type);
    if (depth > DEEPEST) {
      report.add(
          ProblemCode.ENDLESS_TYPE,
          service,
          rootOf(place)
              + " contains its own type with ever larger type arguments, without end; break the"
              + " circle");
    } else if (form instanceof TypeForm.Unsupported unsupported) {
      new UnsupportedTypes(report).add(unsupported.reason(), type, place);
    } else if (form instanceof TypeForm.Container container) {
      validate(container.element(), place.element("[]"));
    } else if (form instanceof TypeForm.ArrayOf array) {
      validate(array.component(), place.element("[]"));
    } else if (form instanceof TypeForm.MapOf map) {
      validateMap(map, place);
    } else if (form instanceof TypeForm.RecordOf record && seen.add(type.toString())) {
      validateRecord(record, type, place);
    } else if (form instanceof TypeForm.EnumOf constants) {
      validateAccess(constants.type(), place);
    }
    depth--;
  }

  private static String rootOf(Place place) {
    return place.path().split("[.\\[]", 2)[0];
  }

  private void validateMap(TypeForm.MapOf map, Place place) {
    if (!Mirrors.is(map.key(), "java.lang.String")) {
      report.add(
          ProblemCode.MAP_KEY,
          place.element(),
          place.path()
              + " is a map with keys of type "
              + map.key()
              + ", but a name in JSON is text; use Map<String, …>, or a list of records");
    }
    validate(map.value(), place.element("[]"));
  }

  private void validateRecord(TypeForm.RecordOf record, TypeMirror type, Place place) {
    validateAccess(record.type(), place);
    Mirrors.argumentsOf(type).forEach(argument -> validate(argument, place));
    List<TypeForm.Component> components = record.components();
    boolean needed =
        components.stream().anyMatch(component -> component.type().getKind().isPrimitive());
    if (components.size() > MOST_MEMBERS && needed) {
      report.add(
          ProblemCode.TOO_MANY_MEMBERS,
          place.element(),
          place.path()
              + " has more than "
              + MOST_MEMBERS
              + " components and primitives among them; put some together in records of their"
              + " own, or box the primitives");
    }
    for (TypeForm.Component component : components) {
      validate(component.type(), place.member(component.element()));
    }
  }

  private void validateAccess(TypeElement type, Place place) {
    if (!mirrors.isAccessible(type, service)) {
      report.add(
          ProblemCode.INACCESSIBLE_TYPE,
          place.element(),
          place.path()
              + " is "
              + type.getSimpleName()
              + ", which generated code in this package cannot see; make it public");
    }
  }
}
