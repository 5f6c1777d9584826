package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.Definition.Tag;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.reading.TypeForm.Reason;
import io.callbox.processor.reading.TypeForm.Unsupported;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/**
 * Determines the form of a type. Every type has a form; {@link Unsupported} is one too. One
 * instance for each service and each round of the compiler, because types may change between
 * rounds; for one thread.
 */
public final class TypeForms {

  private static final Map<String, StandardShape> STANDARD =
      Stream.of(StandardShape.values())
          .collect(
              Collectors.toUnmodifiableMap(shape -> shape.type().qualified(), Function.identity()));
  private static final Map<String, ContainerShape.Kind> CONTAINERS =
      Stream.of(ContainerShape.Kind.values())
          .collect(
              Collectors.toUnmodifiableMap(kind -> kind.type().qualified(), Function.identity()));
  private static final Map<String, MapShape.Kind> MAPS =
      Stream.of(MapShape.Kind.values())
          .collect(
              Collectors.toUnmodifiableMap(kind -> kind.type().qualified(), Function.identity()));

  /** The types of streams. Only a method itself can return them. */
  private static final Set<String> STREAMS =
      Set.of("java.util.concurrent.Flow.Publisher", "java.util.stream.Stream");

  /** The types with which a message would choose the class to create, which is never allowed. */
  private static final Set<String> BY_CLASS =
      Set.of("@JsonTypeInfo(use = CLASS)", "@JsonTypeInfo(use = MINIMAL_CLASS)");

  private final SubtypeForms subtypes;
  private final ValueForms values;
  private final MemberForms members;
  private final UnsupportedAnnotations unhonoured;

  /** The forms of types without type parameters, which are the same at each mention. */
  private final Map<TypeElement, TypeForm> known = new HashMap<>();

  /**
   * Creates forms for types of this compilation.
   *
   * @param service the interface for which code is generated, in the same package
   */
  public TypeForms(Mirrors mirrors, TypeElement service) {
    Reach reach = new Reach(mirrors, service);
    this.subtypes = new SubtypeForms(mirrors, this::of);
    this.values = new ValueForms(reach);
    this.members = new MemberForms(reach, values, subtypes);
    this.unhonoured = new UnsupportedAnnotations(mirrors);
  }

  /** The form of a type. */
  public TypeForm of(TypeMirror type) {
    if (type.getKind().isPrimitive()) {
      return new TypeForm.Primitive(PrimitiveShape.valueOf(type.getKind().name()));
    }
    return switch (type.getKind()) {
      case ARRAY -> new TypeForm.ArrayOf(((ArrayType) type).getComponentType());
      case DECLARED -> ofDeclared(MoreTypes.asDeclared(type));
      case ERROR -> new Unsupported(Reason.UNRESOLVED);
      case WILDCARD -> new Unsupported(Reason.WILDCARD);
      case TYPEVAR -> new Unsupported(reasonAgainst(MoreTypes.asTypeVariable(type)));
      default -> new Unsupported(Reason.NOTHING);
    };
  }

  /** Returns the tag of a type, if it is one of several subtypes. */
  Optional<Tag> tag(TypeElement type) {
    return subtypes.tag(type);
  }

  private TypeForm ofDeclared(DeclaredType type) {
    TypeElement element = MoreTypes.asTypeElement(type);
    String name = element.getQualifiedName().toString();
    List<? extends TypeMirror> arguments = type.getTypeArguments();
    if (STANDARD.containsKey(name)) {
      return new TypeForm.Standard(STANDARD.get(name));
    }
    if (arguments.size() != element.getTypeParameters().size()) {
      return new Unsupported(Reason.RAW);
    }
    if (STREAMS.contains(name)) {
      return new Unsupported(Reason.STREAM);
    }
    if (CONTAINERS.containsKey(name)) {
      return new TypeForm.Container(CONTAINERS.get(name), arguments.get(0));
    }
    if (MAPS.containsKey(name)) {
      return new TypeForm.MapOf(MAPS.get(name), arguments.get(0), arguments.get(1));
    }
    return arguments.stream().anyMatch(argument -> argument.getKind() == TypeKind.WILDCARD)
        ? new Unsupported(Reason.WILDCARD)
        : knownOfUsers(type, element);
  }

  private static Reason reasonAgainst(TypeVariable variable) {
    Element declaring = Enclosing.of(variable.asElement());
    return declaring instanceof ExecutableElement ? Reason.GENERIC_MEMBER : Reason.VARIABLE;
  }

  private TypeForm knownOfUsers(DeclaredType type, TypeElement element) {
    TypeForm form = known.get(element);
    if (form == null) { // no computeIfAbsent, because a type may contain itself
      form = Databinding.orRefused(ofUsers(type, element));
      if (Enclosing.types(element).stream().allMatch(each -> each.getTypeParameters().isEmpty())) {
        known.put(element, form);
      }
    }
    return form;
  }

  private TypeForm ofUsers(DeclaredType type, TypeElement element) {
    if (!SourceVersion.isName(element.getQualifiedName())) {
      return new Unsupported(Reason.UNSAYABLE, element.getSimpleName().toString());
    }
    List<String> notKept = unhonoured.in(element);
    if (notKept.stream().anyMatch(BY_CLASS::contains)) {
      return new Unsupported(Reason.CLASS_BY_NAME);
    } else if (notKept.stream()
        .anyMatch(each -> each.endsWith(UnsupportedAnnotations.OF_NEWER_JACKSON))) {
      return new Unsupported(
          Reason.CLASS,
          "it has " + String.join(", ", notKept) + ", and Jackson 2 does not keep to that");
    } else if (!notKept.isEmpty()) {
      return new TypeForm.Databound(element, notKept);
    } else if (subtypes.isPolymorphic(element)) {
      return subtypes.form(type, element);
    }
    return values.form(type, element).orElseGet(() -> members.form(type, element));
  }
}
