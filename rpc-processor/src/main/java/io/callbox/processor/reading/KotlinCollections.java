package io.callbox.processor.reading;

import com.google.auto.common.MoreTypes;
import io.callbox.processor.model.Wildcards;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * Handles Kotlin parameters. Kotlin's {@code List<T>} is read-only, and a parameter of this type
 * accepts lists of subtypes, so Kotlin writes {@code List<? extends T>} for Java. The marshaller
 * reads the type in Kotlin's source, without wildcards.
 */
final class KotlinCollections {

  /** The Java types of Kotlin's {@code List}, {@code Set}, {@code Collection} and {@code Map}. */
  private static final Set<String> ONLY_READ =
      Set.of("java.util.List", "java.util.Set", "java.util.Collection", "java.util.Map");

  private final Mirrors mirrors;

  KotlinCollections(Mirrors mirrors) {
    this.mirrors = mirrors;
  }

  /** Returns the type in the source: the same one, unless it is Kotlin's and has wildcards. */
  TypeMirror said(TypeMirror type, Element declaration) {
    return written(type).any() && Mirrors.isOfKotlin(declaration) ? withoutWildcards(type) : type;
  }

  private TypeMirror withoutWildcards(TypeMirror type) {
    if (!isOnlyRead(type)) {
      return type;
    }
    TypeMirror[] arguments =
        Mirrors.argumentsOf(type).stream()
            .map(each -> withoutWildcards(bound(each).orElse(each)))
            .toArray(TypeMirror[]::new);
    return mirrors.types().getDeclaredType(MoreTypes.asTypeElement(type), arguments);
  }

  /** Returns the places of the wildcards in a type that {@link #said} leaves out. */
  static Wildcards written(TypeMirror type) {
    return mayHave(type) ? found(type) : Wildcards.NONE;
  }

  /** Returns whether a type may have wildcards. Hardly any type has. */
  private static boolean mayHave(TypeMirror type) {
    return isOnlyRead(type)
        && Mirrors.argumentsOf(type).stream()
            .anyMatch(each -> each.getKind() == TypeKind.WILDCARD || mayHave(each));
  }

  private static Wildcards found(TypeMirror type) {
    Set<List<Integer>> places = new HashSet<>();
    collect(type, List.of(), places);
    return new Wildcards(places);
  }

  private static void collect(TypeMirror type, List<Integer> place, Set<List<Integer>> places) {
    if (!isOnlyRead(type)) {
      return;
    }
    List<? extends TypeMirror> arguments = Mirrors.argumentsOf(type);
    for (int index = 0; index < arguments.size(); index++) {
      List<Integer> at = new ArrayList<>(place);
      at.add(index);
      Optional<TypeMirror> bound = bound(arguments.get(index));
      if (bound.isPresent()) {
        places.add(List.copyOf(at));
      }
      collect(bound.orElse(arguments.get(index)), at, places);
    }
  }

  private static Optional<TypeMirror> bound(TypeMirror argument) {
    return argument.getKind() == TypeKind.WILDCARD
        ? Optional.ofNullable(((WildcardType) argument).getExtendsBound())
        : Optional.empty();
  }

  private static boolean isOnlyRead(TypeMirror type) {
    return type.getKind() == TypeKind.DECLARED
        && ONLY_READ.contains(MoreTypes.asTypeElement(type).getQualifiedName().toString());
  }
}
