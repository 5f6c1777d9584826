package io.callbox.processor.reading;

import com.google.auto.common.MoreElements;
import io.callbox.annotation.Durable;
import io.callbox.annotation.Idempotent;
import io.callbox.annotation.OneWay;
import io.callbox.annotation.Param;
import io.callbox.annotation.RemoteMethod;
import io.callbox.annotation.Tool;
import io.callbox.processor.model.ToolModel;
import io.callbox.processor.model.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * A method that an interface has or inherits, as the user wrote it.
 *
 * @param element its declaration
 * @param type its signature, with the type arguments of the interface's parents filled in
 * @param parameters its parameters, in their order, with the types in its source
 * @param giving the form in which its results are returned
 */
public record ContractMethod(
    ExecutableElement element, ExecutableType type, List<Parameter> parameters, Giving giving) {

  static ContractMethod of(
      ExecutableElement element, ExecutableType type, KotlinCollections kotlin) {
    List<Parameter> parameters = new ArrayList<>();
    for (int index = 0; index < element.getParameters().size(); index++) {
      TypeMirror parameter = type.getParameterTypes().get(index);
      parameters.add(
          new Parameter(
              element.getParameters().get(index),
              kotlin.said(parameter, element),
              KotlinCollections.written(parameter),
              index));
    }
    return new ContractMethod(
        element, type, List.copyOf(parameters), Giving.by(type.getReturnType()));
  }

  /** A method's name and the types of its parameters, the same with every compiler. */
  static String signature(ExecutableElement method) {
    return method.getParameters().stream()
        .map(parameter -> parameter.asType().toString())
        .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
  }

  /** Its Java name, and the types of its parameters. */
  public String signature() {
    return signature(element);
  }

  /** Its Java name. */
  public String name() {
    return element.getSimpleName().toString();
  }

  /** Its name on the wire. */
  public String wireName() {
    RemoteMethod annotation = element.getAnnotation(RemoteMethod.class);
    return annotation == null || annotation.name().isEmpty() ? name() : annotation.name();
  }

  /** The text of its timeout, if it sets one. */
  public Optional<String> timeoutText() {
    return Optional.ofNullable(element.getAnnotation(RemoteMethod.class))
        .map(RemoteMethod::timeout)
        .filter(text -> !text.isEmpty());
  }

  /** Returns whether it has no reply. */
  public boolean oneWay() {
    return element.getAnnotation(OneWay.class) != null;
  }

  /** Returns whether it may be run again. */
  public boolean idempotent() {
    return element.getAnnotation(Idempotent.class) != null;
  }

  /** Its description as a tool; empty if it is not offered as one. */
  public Optional<ToolModel> tool() {
    return Optional.ofNullable(element.getAnnotation(Tool.class))
        .map(
            said ->
                new ToolModel(said.title(), said.readOnly(), said.destructive(), said.openWorld()));
  }

  /** The members of its {@code @Durable}, as written; empty if it has none. */
  public Optional<Durable> durable() {
    return Optional.ofNullable(element.getAnnotation(Durable.class));
  }

  /** Returns whether its {@code @Durable} sets a member, rather than leave it to the default. */
  public boolean durableSets(String member) {
    return MoreElements.getAnnotationMirror(element, Durable.class)
        .toJavaUtil()
        .map(AnnotationMirror::getElementValues)
        .map(Map::keySet)
        .filter(set -> set.stream().anyMatch(each -> each.getSimpleName().contentEquals(member)))
        .isPresent();
  }

  /** Returns whether it returns a future. */
  public boolean future() {
    return giving == Giving.FUTURE;
  }

  /** Returns whether it gives many results, one after the other. */
  public boolean streams() {
    return pulled() || giving == Giving.PUBLISHER;
  }

  /** Returns whether its caller waits for each of many results. */
  public boolean pulled() {
    return giving == Giving.STREAM;
  }

  /** The type that it returns, completes its future with, or gives many of; empty for nothing. */
  public Optional<TypeMirror> result() {
    TypeMirror returned = type.getReturnType();
    if (returned.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    if (!(future() || streams()) || Mirrors.argumentsOf(returned).isEmpty()) {
      return Optional.of(returned);
    } else if (streams()) {
      return Optional.of(Mirrors.argumentsOf(returned).get(0));
    }
    TypeMirror completed = Mirrors.argumentsOf(returned).get(0);
    return Optional.of(completed).filter(argument -> !Mirrors.is(argument, "java.lang.Void"));
  }

  /** The form in which a method returns its results. */
  public enum Giving {
    VALUE(""),
    FUTURE("java.util.concurrent.CompletableFuture"),
    PUBLISHER("java.util.concurrent.Flow.Publisher"),
    STREAM("java.util.stream.Stream");

    private final String type;

    Giving(String type) {
      this.type = type;
    }

    private static Giving by(TypeMirror returned) {
      for (Giving giving : values()) {
        if (Mirrors.is(returned, giving.type)) {
          return giving;
        }
      }
      return VALUE;
    }
  }

  /**
   * One of its parameters.
   *
   * @param element its declaration
   * @param type its type
   * @param wildcards the places where Kotlin writes wildcards in its type
   * @param index its place
   */
  public record Parameter(
      VariableElement element, TypeMirror type, Wildcards wildcards, int index) {

    /** Its Java name. */
    public String name() {
      return element.getSimpleName().toString();
    }

    /** Its name on the wire. */
    public String wireName() {
      Param annotation = element.getAnnotation(Param.class);
      return annotation == null ? name() : annotation.value();
    }

    /** Returns whether its name was lost when its interface was compiled. */
    public boolean nameUnknown() {
      return element.getAnnotation(Param.class) == null && name().equals("arg" + index);
    }
  }
}
