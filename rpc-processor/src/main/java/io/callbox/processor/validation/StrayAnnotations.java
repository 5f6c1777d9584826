package io.callbox.processor.validation;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.google.auto.common.MoreElements;
import io.callbox.annotation.RemoteService;
import java.lang.annotation.Annotation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;

/**
 * Finds annotations of remote methods that are not read: {@code @RemoteService} was forgotten, or
 * they are on the implementation. For one thread.
 */
public final class StrayAnnotations {

  private final Types types;
  private final boolean strict;
  private final Set<TypeElement> reported = new HashSet<>();

  /**
   * Creates a check for one compilation.
   *
   * @param strict whether warnings are errors
   */
  public StrayAnnotations(Types types, boolean strict) {
    this.types = types;
    this.strict = strict;
  }

  /** Returns the names of the annotations that it looks for. */
  public static Set<String> annotations() {
    return LocalMethods.REMOTE.stream().map(Class::getCanonicalName).collect(toUnmodifiableSet());
  }

  /**
   * Prints one problem for each type of a round that has such annotations.
   * {@code @SuppressWarnings} counts if warnings are errors too: contracts of other modules may
   * extend the type.
   */
  public void check(RoundEnvironment round, Messager messager) {
    Map<TypeElement, Boolean> stray = new HashMap<>();
    for (Element method : round.getElementsAnnotatedWithAny(Set.copyOf(LocalMethods.REMOTE))) {
      TypeElement type = MoreElements.asType(method.getEnclosingElement());
      if (stray.computeIfAbsent(type, each -> !isRead(each, round))
          && !Suppressions.cover(method, ProblemCode.STRAY_ANNOTATION)
          && reported.add(type)) {
        problem(method, type).printTo(messager, strict);
      }
    }
  }

  private static Problem problem(Element method, TypeElement type) {
    Class<? extends Annotation> annotation =
        LocalMethods.REMOTE.stream()
            .filter(each -> MoreElements.isAnnotationPresent(method, each))
            .findFirst()
            .orElseThrow();
    return new Problem(
        ProblemCode.STRAY_ANNOTATION,
        method,
        MoreElements.getAnnotationMirror(method, annotation).toJavaUtil(),
        message(annotation, type));
  }

  /**
   * Returns whether the annotations of a type are read: the type is a contract; or it is inside
   * one, where Kotlin's compiler copies the annotations of methods with a body; or a contract of
   * the round inherits its methods.
   */
  private boolean isRead(TypeElement type, RoundEnvironment round) {
    return MoreElements.isAnnotationPresent(type, RemoteService.class)
        || MoreElements.isAnnotationPresent(type.getEnclosingElement(), RemoteService.class)
        || round.getElementsAnnotatedWith(RemoteService.class).stream()
            .anyMatch(
                contract ->
                    types.isSubtype(
                        types.erasure(contract.asType()), types.erasure(type.asType())));
  }

  private static String message(Class<? extends Annotation> annotation, TypeElement type) {
    String name = "@" + annotation.getSimpleName() + " has no effect: " + type.getSimpleName();
    return type.getKind() == ElementKind.INTERFACE
        ? name
            + " is no contract, and none that is compiled with it extends it; put @RemoteService on it"
        : name + " is not an interface; put it on the method of the @RemoteService interface";
  }
}
