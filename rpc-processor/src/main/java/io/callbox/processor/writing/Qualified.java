package io.callbox.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.Set;

/**
 * Names types in a class that inherits nested types and constants. If one of these has the name of
 * a type, this names the type with its package, which JavaPoet would not do for types of the same
 * package.
 */
final class Qualified {

  private final Set<String> inherited;

  /** Types beside inherited members of these names. */
  Qualified(Set<String> inherited) {
    this.inherited = inherited;
  }

  ClassName of(Class<?> type) {
    return of(Marked.of(type));
  }

  ClassName of(ClassName type) {
    return inherited.contains(type.topLevelClassName().simpleName())
        ? Marked.qualified(type)
        : type;
  }

  TypeName of(TypeName type) {
    if (type instanceof ClassName named) {
      return of(named);
    } else if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(of(array.componentType()));
    } else if (type instanceof ParameterizedTypeName generic) {
      return ParameterizedTypeName.get(
          of(generic.rawType()),
          generic.typeArguments().stream().map(this::of).toArray(TypeName[]::new));
    } else if (type instanceof WildcardTypeName wildcard) {
      return WildcardTypeName.subtypeOf(of(wildcard.upperBounds().get(0)));
    }
    return type;
  }
}
