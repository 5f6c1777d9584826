package io.callbox.processor.validation;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.TypeForm;
import io.callbox.processor.reading.TypeForms;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Validates types, and all that is in them. Looks into each of the user's types once. One for each
 * service; for one thread.
 */
final class TypeValidator {

  /** Only a type that contains itself with ever larger arguments gets this deep. */
  private static final int DEEPEST = 40;

  private static final Set<StandardShape> KEYS =
      EnumSet.of(
          StandardShape.STRING,
          StandardShape.BYTE,
          StandardShape.SHORT,
          StandardShape.INTEGER,
          StandardShape.LONG,
          StandardShape.UUID);

  private final Mirrors mirrors;
  private final TypeElement service;
  private final ValidationReport report;
  private final TypeForms forms;
  private final Set<String> seen = new HashSet<>();
  private int depth;

  TypeValidator(Mirrors mirrors, TypeElement service, TypeForms forms, ValidationReport report) {
    this.mirrors = mirrors;
    this.service = service;
    this.report = report;
    this.forms = forms;
  }

  void validate(TypeMirror type, Place place) {
    depth++;
    if (type.getKind() == TypeKind.DECLARED && Mirrors.isLomboks(MoreTypes.asTypeElement(type))) {
      report.unfinished();
    }
    TypeForm form = forms.of(type);
    if (depth > DEEPEST) {
      report.add(
          ProblemCode.ENDLESS_TYPE,
          service,
          rootOf(place)
              + " contains its own type with ever larger type arguments, without end; break the"
              + " circle");
    } else if (form instanceof TypeForm.Unsupported unsupported) {
      new UnsupportedTypes(report, mirrors).add(unsupported, type, place);
    } else if (form instanceof TypeForm.Container container) {
      validateOrder(container.kind().sorted(), container.element(), place);
      validate(container.element(), place.element("[]"));
    } else if (form instanceof TypeForm.ArrayOf array) {
      validate(array.component(), place.element("[]"));
    } else if (form instanceof TypeForm.MapOf map) {
      validateMap(map, place);
    } else if (form instanceof TypeForm.RecordOf record) {
      validateMembers(record.type(), record.components(), type, place);
    } else if (form instanceof TypeForm.BeanOf bean) {
      validateBean(bean, type, place);
    } else if (form instanceof TypeForm.ValueOf value && seen.add(type.toString())) {
      validateAccess(value.type(), place);
      validate(value.value().type(), place);
    } else if (form instanceof TypeForm.Databound left && !seen.contains(type.toString())) {
      validateDatabound(left, type, place);
    } else if (form instanceof TypeForm.SealedOf closed && seen.add(type.toString())) {
      validateAccess(closed.type(), place);
      new MemberValidator(report).validateSubtypes(closed.subtypes().size(), place);
      closed.subtypes().forEach(subtype -> validate(subtype.type(), place));
    } else if (form instanceof TypeForm.EnumOf constants) {
      validateAccess(constants.type(), place);
    }
    depth--;
  }

  private void validateDatabound(TypeForm.Databound left, TypeMirror type, Place place) {
    validateAccess(left.type(), place);
    Mirrors.argumentsOf(type).forEach(argument -> validate(argument, place));
    if (report.silences(ProblemCode.LEFT_TO_DATABIND, place.element(), left.type())) {
      return; // another place may want to know
    }
    seen.add(type.toString());
    report.add(
        ProblemCode.LEFT_TO_DATABIND,
        place.element(),
        place.path()
            + " is "
            + left.type().getSimpleName()
            + ", which has "
            + String.join(", ", left.reasons())
            + ": generated code does not keep to that, so Jackson's databind reads and writes it,"
            + " by reflection; take it away, or pass a record made for the purpose");
  }

  private static String rootOf(Place place) {
    return place.path().split("[.\\[]", 2)[0];
  }

  private void validateMap(TypeForm.MapOf map, Place place) {
    TypeForm key = forms.of(map.key());
    if (key instanceof TypeForm.EnumOf constants) {
      validateAccess(constants.type(), place);
    } else if (!(key instanceof TypeForm.Standard standard && KEYS.contains(standard.shape()))) {
      report.add(
          ProblemCode.MAP_KEY,
          place.element(),
          place.path()
              + " is a map with keys of type "
              + map.key()
              + ", but a name in JSON is text; use String, a whole number, UUID or an enum, or a"
              + " list of records");
    }
    validate(map.value(), place.element("[]"));
  }

  private void validateOrder(boolean sorted, TypeMirror element, Place place) {
    if (sorted && !mirrors.isComparable(element)) {
      report.add(
          ProblemCode.UNSORTABLE,
          place.element(),
          place.path()
              + " is sorted, but "
              + element
              + " has no order of its own; let it implement Comparable, or use Set or List");
    }
  }

  private void validateBean(TypeForm.BeanOf bean, TypeMirror type, Place place) {
    if (!seen.contains(type.toString())) {
      MemberValidator members = new MemberValidator(report);
      bean.properties().forEach(property -> members.validateSet(property, place));
    }
    validateMembers(bean.type(), TypeForm.components(bean).toList(), type, place);
  }

  private void validateMembers(
      TypeElement owner, List<TypeForm.Component> components, TypeMirror type, Place place) {
    if (!seen.add(type.toString())) {
      return;
    }
    validateAccess(owner, place);
    Mirrors.argumentsOf(type).forEach(argument -> validate(argument, place));
    new MemberValidator(report).validate(components, place);
    for (TypeForm.Component component : components) {
      validate(component.type(), place.member(component.name(), component.element()));
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
