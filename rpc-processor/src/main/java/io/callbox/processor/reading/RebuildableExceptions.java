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
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * Finds the constructor with which an exception is rebuilt: the one with the most parameters, where
 * each parameter is the message, a cause, or the value of an accessor. Among those with the same
 * number, one with a message comes first.
 */
public final class RebuildableExceptions {

  private static final Comparator<List<ConstructorArgument>> FULLEST =
      Comparator.<List<ConstructorArgument>>comparingInt(List::size)
          .thenComparing(arguments -> arguments.contains(new Message()));

  private static final Set<String> OF_MESSAGE =
      Set.of("toString", "getMessage", "getLocalizedMessage");

  private final Mirrors mirrors;

  /** Creates it for the exceptions of this compilation. */
  public RebuildableExceptions(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /**
   * The arguments of an exception's constructor; empty if no constructor can be called.
   *
   * @param from the element in whose package generated code is
   */
  public Optional<List<ConstructorArgument>> arguments(TypeElement exception, Element from) {
    if (exception.getModifiers().contains(Modifier.ABSTRACT)) {
      return Optional.empty();
    }
    Reach reach = new Reach(mirrors, from);
    return ElementFilter.constructorsIn(exception.getEnclosedElements()).stream()
        .filter(constructor -> isCallable(constructor, reach))
        .map(constructor -> arguments(constructor, exception, reach))
        .flatMap(Optional::stream)
        .reduce((best, next) -> FULLEST.compare(next, best) > 0 ? next : best);
  }

  /** Returns whether class files have lost the names of a constructor's parameters. */
  public static boolean hasLostNames(TypeElement exception) {
    return ElementFilter.constructorsIn(exception.getEnclosedElements()).stream()
        .flatMap(constructor -> constructor.getParameters().stream())
        .anyMatch(RebuildableExceptions::isNameLost);
  }

  private static boolean isNameLost(VariableElement parameter) {
    return parameter.getSimpleName().toString().matches("arg[0-9]+");
  }

  private static boolean isCallable(ExecutableElement called, Reach reach) {
    return reach.includes(called)
        && reach.checkedException(called).isEmpty()
        && called.getTypeParameters().isEmpty();
  }

  private Optional<List<ConstructorArgument>> arguments(
      ExecutableElement constructor, TypeElement exception, Reach from) {
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
      VariableElement parameter, TypeElement exception, Reach from) {
    String name = parameter.getSimpleName().toString();
    TypeMirror type = parameter.asType();
    boolean nameUnknown = isNameLost(parameter);
    boolean message = name.equals("message") || (nameUnknown && !tellsText(exception));
    if (Mirrors.is(type, "java.lang.String") && message) {
      return Optional.of(new Message());
    }
    if (Mirrors.is(type, "java.lang.Throwable") && (name.equals("cause") || nameUnknown)) {
      return Optional.of(new Cause());
    }
    Optional<ConstructorArgument> field =
        accessor(name, type, exception, from)
            .map(accessor -> field(parameter, accessor, exception));
    boolean ofPlatform = isOfPlatform(exception);
    if (field.isEmpty() && ofPlatform && Mirrors.is(type, "java.lang.String")) {
      return Optional.of(new Message());
    }
    return field;
  }

  private static ConstructorArgument field(
      VariableElement parameter, ExecutableElement accessor, TypeElement exception) {
    Stream<? extends Element> fields =
        ElementFilter.fieldsIn(exception.getEnclosedElements()).stream()
            .filter(each -> each.getSimpleName().equals(parameter.getSimpleName()));
    return new Field(
        parameter.getSimpleName().toString(),
        accessor.getSimpleName().toString(),
        parameter.asType(),
        Stream.concat(Stream.of(parameter, accessor), fields).toList());
  }

  /**
   * Returns whether it has a text besides its message, so that a parameter without a name may be
   * either.
   */
  private boolean tellsText(TypeElement exception) {
    return !isOfPlatform(exception)
        && methods(exception)
            .filter(method -> !OF_MESSAGE.contains(method.getSimpleName().toString()))
            .anyMatch(method -> Mirrors.is(method.getReturnType(), "java.lang.String"));
  }

  /**
   * Returns whether an exception comes with the platform, whose exceptions call their message
   * {@code s}, {@code msg} and the like.
   */
  private boolean isOfPlatform(TypeElement exception) {
    return mirrors.elements().getPackageOf(exception).toString().startsWith("java.");
  }

  private Optional<ExecutableElement> accessor(
      String name, TypeMirror type, TypeElement exception, Reach from) {
    String capitalised = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    Set<String> wanted = Set.of(name, "get" + capitalised, "is" + capitalised);
    return methods(exception)
        .filter(method -> wanted.contains(method.getSimpleName().toString()))
        .filter(method -> mirrors.types().isSameType(method.getReturnType(), type))
        .filter(method -> isCallable(method, from))
        .findFirst();
  }

  /** Returns the methods without parameters that not every exception has. */
  private Stream<ExecutableElement> methods(TypeElement exception) {
    return MoreElements.getLocalAndInheritedMethods(exception, mirrors.types(), mirrors.elements())
        .stream()
        .filter(method -> !method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> method.getParameters().isEmpty() && !isOfThrowable(method));
  }

  private static boolean isOfThrowable(ExecutableElement method) {
    return MoreTypes.isTypeOf(Throwable.class, Enclosing.of(method).asType());
  }
}
