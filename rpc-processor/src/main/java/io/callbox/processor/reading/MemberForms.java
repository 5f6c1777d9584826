package io.callbox.processor.reading;

import io.callbox.processor.reading.TypeForm.Databound;
import io.callbox.processor.reading.TypeForm.Reason;
import io.callbox.processor.reading.TypeForm.Unsupported;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Determines the form of the user's types by their members. */
final class MemberForms {

  /**
   * The types that databind does not write with their getters, so generated code must not do so
   * either.
   */
  private static final List<String> NO_PLAIN_OBJECTS =
      List.of(
          "java.util.Collection",
          "java.util.Map",
          "java.util.Map.Entry",
          "java.util.Iterator",
          "java.util.Date",
          "java.util.Calendar",
          "java.util.TimeZone",
          "java.lang.Number",
          "java.lang.Throwable",
          "com.google.protobuf.MessageLiteOrBuilder");

  private final Reach reach;
  private final Mirrors mirrors;
  private final RecordForms records;
  private final ClassForms classes;
  private final ValueForms values;
  private final SubtypeForms subtypes;

  MemberForms(Reach reach, ValueForms values, SubtypeForms subtypes) {
    this.reach = reach;
    this.mirrors = reach.mirrors();
    this.records = new RecordForms(reach);
    this.classes = new ClassForms(reach);
    this.values = values;
    this.subtypes = subtypes;
  }

  TypeForm form(DeclaredType type, TypeElement element) {
    boolean special = NO_PLAIN_OBJECTS.stream().anyMatch(each -> mirrors.isSubtypeOf(type, each));
    return switch (element.getKind()) {
      case RECORD ->
          special ? new Unsupported(Reason.CLASS) : checked(element, records.form(type, element));
      case ENUM -> ofEnum(element);
      case CLASS -> ofClass(type, element, special);
      default ->
          special || Creators.marked(element).isEmpty()
              ? new Unsupported(Reason.INTERFACE)
              : checked(element, classes.form(type, element));
    };
  }

  private TypeForm ofEnum(TypeElement element) {
    List<VariableElement> constants =
        ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
            .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
            .toList();
    Optional<String> unsayable =
        constants.stream()
            .map(each -> each.getSimpleName().toString())
            .filter(name -> !SourceVersion.isName(name))
            .findFirst();
    if (unsayable.isPresent()) {
      return new Unsupported(Reason.UNSAYABLE, unsayable.get());
    }
    return values.oddlyCoded(element)
        ? new Databound(element, List.of("@JsonValue that is neither text nor an int or long"))
        : new TypeForm.EnumOf(element, constants, values.code(element));
  }

  private TypeForm ofClass(DeclaredType type, TypeElement element, boolean special) {
    Reason reason = reasonAgainst(element);
    if (reason != Reason.CLASS || special || Mirrors.isOfPlatform(element)) {
      return new Unsupported(reason);
    } else if (element.getModifiers().contains(Modifier.SEALED)) {
      return new Unsupported(Reason.LOST, "what its subclasses hold");
    }
    boolean tagged = subtypes.tag(element).isPresent();
    if (tagged && KotlinObject.is(element)) {
      return KotlinObject.form(element);
    }
    TypeForm form = checked(element, classes.form(type, element));
    Ignored ignored = new Ignored(mirrors.withSupertypes(element));
    return ignored.without(
        new Losses(new Accessors(element, mirrors), ignored).orRefused(element, form, tagged));
  }

  private static Reason reasonAgainst(TypeElement element) {
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.Object" -> Reason.OBJECT;
      case "java.lang.Void" -> Reason.NOTHING;
      case "java.util.concurrent.CompletableFuture" -> Reason.FUTURE;
      default ->
          isInner(element)
              ? Reason.INNER_CLASS
              : Mirrors.isMarked(element, "kotlin.jvm.JvmInline")
                  ? Reason.VALUE_CLASS
                  : Reason.CLASS;
    };
  }

  private static boolean isInner(TypeElement element) {
    return element.getNestingKind() != NestingKind.TOP_LEVEL
        && !element.getModifiers().contains(Modifier.STATIC);
  }

  /** Returns the form, unless generated code could not be written or compiled for it. */
  private TypeForm checked(TypeElement element, TypeForm found) {
    TypeForm form = MisplacedAnnotations.orDatabound(element, found, mirrors);
    Ignored ignored = new Ignored(mirrors.withSupertypes(element));
    if (form instanceof TypeForm.RecordOf && element.getKind() == ElementKind.RECORD) {
      form = ignored.without(form);
    }
    List<TypeForm.Component> used =
        TypeForm.components(form).filter(each -> !ignored.contains(each)).toList();
    Optional<String> unsayable =
        used.stream()
            .map(each -> each.accessor().replace("()", ""))
            .filter(name -> !name.isEmpty() && !SourceVersion.isName(name))
            .findFirst();
    if (unsayable.isPresent()) {
      return new Unsupported(Reason.UNSAYABLE, unsayable.get());
    }
    boolean set = form instanceof TypeForm.BeanOf;
    List<String> throwing =
        used.stream().flatMap(each -> throwing(each.declarations(), set)).distinct().toList();
    return throwing.isEmpty() ? form : new Databound(element, throwing);
  }

  private Stream<String> throwing(List<? extends Element> declarations, boolean set) {
    return declarations.stream()
        .filter(ExecutableElement.class::isInstance)
        .map(ExecutableElement.class::cast)
        .filter(method -> set || method.getParameters().isEmpty())
        .flatMap(
            method ->
                reach.checkedException(method).map(thrown -> reason(method, thrown)).stream());
  }

  private static String reason(ExecutableElement method, TypeMirror thrown) {
    return method.getSimpleName() + " that throws " + thrown;
  }
}
