package io.callbox.processor.validation;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.TypeForm;
import io.callbox.processor.reading.TypeForms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Validates types and their inner types. Examines each of the user's types once. One instance for
 * each service; for one thread.
 */
final class TypeValidator {

  /**
   * The maximum depth of types: only a type that contains itself with ever larger arguments becomes
   * this deep.
   */
  private static final int DEEPEST = 40;

  private static final Set<StandardShape> KEYS =
      Set.of(
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
  private final Set<Object> seen = new HashSet<>();
  private final Set<TypeElement> mentioned = new HashSet<>();
  private int depth;

  TypeValidator(Mirrors mirrors, TypeElement service, TypeForms forms, ValidationReport report) {
    this.mirrors = mirrors;
    this.service = service;
    this.report = report;
    this.forms = forms;
  }

  void validate(TypeMirror type, Place place) {
    depth++;
    if (type.getKind() == TypeKind.DECLARED
        && mentioned.add(MoreTypes.asTypeElement(type))
        && Mirrors.isLomboks(MoreTypes.asTypeElement(type))) {
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
    } else {
      form.match(new Validations(type, place)).run();
    }
    depth--;
  }

  /** Returns the validation of a type, by its form. */
  private final class Validations implements TypeForm.Cases<Runnable> {

    private final TypeMirror type;
    private final Place place;

    Validations(TypeMirror type, Place place) {
      this.type = type;
      this.place = place;
    }

    @Override
    public Runnable primitive(TypeForm.Primitive form) {
      return TypeValidator::nothing;
    }

    @Override
    public Runnable standard(TypeForm.Standard form) {
      return TypeValidator::nothing;
    }

    @Override
    public Runnable container(TypeForm.Container form) {
      return () -> {
        validateOrder(form.kind().sorted(), form.element(), place);
        validate(form.element(), place.element("[]"));
      };
    }

    @Override
    public Runnable map(TypeForm.MapOf form) {
      return () -> validateMap(form, place);
    }

    @Override
    public Runnable array(TypeForm.ArrayOf form) {
      return () -> validate(form.component(), place.element("[]"));
    }

    @Override
    public Runnable record(TypeForm.RecordOf form) {
      return () -> validateMembers(form.type(), form.components(), type, place);
    }

    @Override
    public Runnable bean(TypeForm.BeanOf form) {
      return () -> validateBean(form, type, place);
    }

    @Override
    public Runnable value(TypeForm.ValueOf form) {
      return once(
          () -> {
            validateAccess(form.type(), place);
            validate(form.value().type(), place);
          });
    }

    @Override
    public Runnable databound(TypeForm.Databound form) {
      return seen.contains(Mirrors.identity(type))
          ? TypeValidator::nothing
          : () -> validateDatabound(form, type, place);
    }

    @Override
    public Runnable sealed(TypeForm.SealedOf form) {
      return once(
          () -> {
            validateAccess(form.type(), place);
            new MemberValidator(report).validateSubtypes(form.subtypes().size(), place);
            form.subtypes().forEach(subtype -> validate(subtype.type(), place));
          });
    }

    @Override
    public Runnable constants(TypeForm.EnumOf form) {
      return () -> validateAccess(form.type(), place);
    }

    @Override
    public Runnable unsupported(TypeForm.Unsupported form) {
      return () -> new UnsupportedTypes(report, mirrors).add(form, type, place);
    }

    private Runnable once(Runnable validation) {
      return seen.add(Mirrors.identity(type)) ? validation : TypeValidator::nothing;
    }
  }

  private static void nothing() {}

  private void validateDatabound(TypeForm.Databound left, TypeMirror type, Place place) {
    validateAccess(left.type(), place);
    Mirrors.argumentsOf(type).forEach(argument -> validate(argument, place));
    if (report.silences(ProblemCode.LEFT_TO_DATABIND, place.element(), left.type())) {
      return; // another place may need the result
    }
    seen.add(Mirrors.identity(type));
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
    if (!seen.contains(Mirrors.identity(type))) {
      MemberValidator members = new MemberValidator(report);
      bean.properties().forEach(property -> members.validateSet(property, place));
    }
    validateMembers(bean.type(), TypeForm.components(bean).toList(), type, place);
  }

  private void validateMembers(
      TypeElement owner, List<TypeForm.Component> components, TypeMirror type, Place place) {
    if (!seen.add(Mirrors.identity(type))) {
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
