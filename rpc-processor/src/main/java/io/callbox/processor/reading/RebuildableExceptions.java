package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import io.callbox.processor.reading.ConstructorArgument.Cause;
import io.callbox.processor.reading.ConstructorArgument.Field;
import io.callbox.processor.reading.ConstructorArgument.Message;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the constructor that an exception is rebuilt through: the one with the most parameters of
 * which each is the message, a cause, or what an accessor of the exception gives. Among those with
 * equally many, one with a message comes first.
 */
public final class RebuildableExceptions {

  private static final Comparator<List<ConstructorArgument>> FULLEST =
      Comparator.<List<ConstructorArgument>>comparingInt(List::size)
          .thenComparing(arguments -> arguments.contains(new Message()));

  private final Mirrors mirrors;

  /** Exceptions of this compilation. */
  public RebuildableExceptions(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /**
   * What to call an exception's constructor with; empty if none can be called.
   *
   * @param from where generated code is
   */
  public Optional<List<ConstructorArgument>> arguments(TypeElement exception, Element from) {
    if (exception.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    return ElementFilter.constructorsIn(exception.getEnclosedElements()).stream()
        .filter(constructor -> mirrors.isAccessible(constructor, from))
        .map(constructor -> arguments(constructor, exception, from))
        .flatMap(Optional::stream)
        .reduce((best, next) -> FULLEST.compare(next, best) > 0 ? next : best);
  }

  private Optional<List<ConstructorArgument>> arguments(
      ExecutableElement constructor, TypeElement exception, Element from) {
    List<ConstructorArgument> arguments =
        constructor.getParameters().stream()
            .map(parameter -> argument(parameter, exception, from))
            .flatMap(Optional::stream)
            .toList();
    boolean ambiguous = arguments.stream().distinct().count() < arguments.size();
    return arguments.size() < constructor.getParameters().size() || ambiguous
        ? Optional.empty()
        : Optional.of(arguments);
  }

  private Optional<ConstructorArgument> argument(
      VariableElement parameter, TypeElement exception, Element from) {
    String name = parameter.getSimpleName().toString();
    TypeMirror type = parameter.asType();
    boolean nameUnknown = name.matches("arg[0-9]+");
    if (Mirrors.is(type, "java.lang.String") && (name.equals("message") || nameUnknown)) {
      return Optional.of(new Message());
    }
    if (Mirrors.is(type, "java.lang.Throwable") && (name.equals("cause") || nameUnknown)) {
      return Optional.of(new Cause());
    }
    Optional<ConstructorArgument> field =
        accessor(name, type, exception, from).map(accessor -> new Field(name, accessor, type));
    boolean ofPlatform = isOfPlatform(exception);
    if (field.isEmpty() && ofPlatform && Mirrors.is(type, "java.lang.String")) {
      return Optional.of(new Message());
    }
    return field;
  }

  /** The platform's own exceptions call their message {@code s}, {@code msg} and the like. */
  private boolean isOfPlatform(TypeElement exception) {
    return mirrors.elements().getPackageOf(exception).toString().startsWith("java.");
  }

  private Optional<String> accessor(
      String name, TypeMirror type, TypeElement exception, Element from) {
    String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Set<String> wanted = Set.of(name, "get" + capitalised, "is" + capitalised);
    return MoreElements.getLocalAndInheritedMethods(exception, mirrors.types(), mirrors.elements())
        .stream()
        .filter(method -> wanted.contains(method.getSimpleName().toString()))
        .filter(method -> method.getParameters().isEmpty() && !isOfThrowable(method))
        .filter(method -> mirrors.types().isSameType(method.getReturnType(), type))
        .filter(method -> mirrors.isAccessible(method, from))
        .map(method -> method.getSimpleName().toString())
        .findFirst();
  }

  private static boolean isOfThrowable(ExecutableElement method) {
    return MoreTypes.isTypeOf(Throwable.class, Enclosing.of(method).asType());
  }
}
