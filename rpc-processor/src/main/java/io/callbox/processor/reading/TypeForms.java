package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.reading.TypeForm.Reason;
import io.callbox.processor.reading.TypeForm.Unsupported;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Tells what form a type has. Every type has one; {@link Unsupported} is one too. */
public final class TypeForms {

  private static final Map<String, StandardShape> STANDARD =
      Stream.of(StandardShape.values())
          .collect(Collectors.toMap(shape -> shape.type().qualified(), Function.identity()));
  private static final Map<String, ContainerShape.Kind> CONTAINERS =
      Stream.of(ContainerShape.Kind.values())
          .collect(Collectors.toMap(kind -> kind.type().qualified(), Function.identity()));

  private final Mirrors mirrors;

  /** Forms of types of this compilation. */
  public TypeForms(Mirrors mirrors) {
    this.mirrors = mirrors;
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
      case TYPEVAR -> new Unsupported(Reason.VARIABLE);
      default -> new Unsupported(Reason.NOTHING);
    };
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
    if (CONTAINERS.containsKey(name)) {
      return new TypeForm.Container(CONTAINERS.get(name), arguments.get(0));
    }
    if (name.equals(MapShape.TYPE.qualified())) {
      return new TypeForm.MapOf(arguments.get(0), arguments.get(1));
    }
    return arguments.stream().anyMatch(argument -> argument.getKind() == TypeKind.WILDCARD)
        ? new Unsupported(Reason.WILDCARD)
        : ofUsers(type, element);
  }

  private TypeForm ofUsers(DeclaredType type, TypeElement element) {
    return switch (element.getKind()) {
      case RECORD -> new TypeForm.RecordOf(element, components(type, element));
      case ENUM -> new TypeForm.EnumOf(element, constants(element));
      case CLASS -> new Unsupported(ofClass(element));
      default -> new Unsupported(Reason.INTERFACE);
    };
  }

  private static Reason ofClass(TypeElement element) {
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.Object" -> Reason.OBJECT;
      case "java.lang.Void" -> Reason.NOTHING;
      case "java.util.concurrent.CompletableFuture" -> Reason.FUTURE;
      default -> isInner(element) ? Reason.INNER_CLASS : Reason.CLASS;
    };
  }

  private static boolean isInner(TypeElement element) {
    return element.getNestingKind() != NestingKind.TOP_LEVEL
        && !element.getModifiers().contains(Modifier.STATIC);
  }

  /** A component stands for its field: compilers do not know where a component is. */
  private List<TypeForm.Component> components(DeclaredType type, TypeElement element) {
    Map<String, VariableElement> fields =
        ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
            .collect(
                Collectors.toMap(field -> field.getSimpleName().toString(), Function.identity()));
    return element.getRecordComponents().stream()
        .map(
            component -> {
              String name = component.getSimpleName().toString();
              return new TypeForm.Component(
                  name, typeOf(component, type), Objects.requireNonNull(fields.get(name)));
            })
        .toList();
  }

  private TypeMirror typeOf(RecordComponentElement component, DeclaredType type) {
    return MoreTypes.asExecutable(mirrors.types().asMemberOf(type, component.getAccessor()))
        .getReturnType();
  }

  private static List<String> constants(TypeElement element) {
    return ElementFilter.fieldsIn(element.getEnclosedElements()).stream()
        .filter(field -> field.getKind() == ElementKind.ENUM_CONSTANT)
        .map(field -> field.getSimpleName().toString())
        .toList();
  }
}
