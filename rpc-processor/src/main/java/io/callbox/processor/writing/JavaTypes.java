package io.callbox.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.ReturnShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.model.Wildcards;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Returns the Java types of the model as JavaPoet's types. */
final class JavaTypes {

  private static final TypeShape.Cases<TypeName> NAMES = new Names();

  private JavaTypes() {}

  static ClassName of(JavaName name) {
    List<String> simpleNames = name.simpleNames();
    return Marked.of(
        name.packageName(),
        simpleNames.get(0),
        simpleNames.subList(1, simpleNames.size()).toArray(String[]::new));
  }

  static TypeName of(TypeShape shape) {
    return shape.match(NAMES);
  }

  /** Returns the type with wildcards where a method has them. */
  static TypeName of(TypeShape shape, Wildcards wildcards) {
    return wildcards.any() ? written(shape, List.of(), wildcards.places()::contains) : of(shape);
  }

  /** Returns the type of all collections whose elements may also be of subtypes. */
  static TypeName covariant(TypeShape shape) {
    return written(shape, List.of(), place -> true);
  }

  private static TypeName written(
      TypeShape shape, List<Integer> place, Predicate<List<Integer>> wildcards) {
    if (shape instanceof ContainerShape container) {
      return ParameterizedTypeName.get(
          of(container.kind().type()), argument(container.element(), place, 0, wildcards));
    } else if (shape instanceof MapShape map) {
      return ParameterizedTypeName.get(
          of(map.kind().type()), of(map.key()), argument(map.value(), place, 1, wildcards));
    }
    return of(shape);
  }

  private static TypeName argument(
      TypeShape shape, List<Integer> outer, int index, Predicate<List<Integer>> wildcards) {
    List<Integer> place = new ArrayList<>(outer);
    place.add(index);
    TypeName type = written(shape, place, wildcards);
    return wildcards.test(place) ? WildcardTypeName.subtypeOf(type) : type;
  }

  /**
   * Returns the type as one variable for JavaPoet. Otherwise JavaPoet would look for each name in
   * the type among the imports, which are chosen only when everything is written.
   */
  static TypeName written(TypeName type) {
    boolean named = type instanceof ClassName || type instanceof ParameterizedTypeName;
    return named ? TypeVariableName.get(text(type)) : type;
  }

  /** Returns the same text that JavaPoet writes. */
  static String text(TypeName type) {
    if (type instanceof ClassName name) {
      return name.canonicalName();
    } else if (type instanceof ParameterizedTypeName generic) {
      StringBuilder text = new StringBuilder(generic.rawType().canonicalName());
      char before = '<';
      for (TypeName argument : generic.typeArguments()) {
        text.append(before == '<' ? "<" : ", ").append(text(argument));
        before = ',';
      }
      return text.append('>').toString();
    }
    return type.toString();
  }

  /** Returns the type as a type argument. */
  static TypeName boxed(TypeShape shape) {
    TypeName type = of(shape);
    return type.isPrimitive() ? Marked.of((ClassName) type.box()) : type;
  }

  /** Returns the result of a method as a type argument: {@link Void} if there is none. */
  static TypeName boxedResult(ReturnShape returns) {
    return returns.result().map(JavaTypes::boxed).orElse(Marked.of(Void.class));
  }

  /** Returns whether an array of the type cannot be made without a cast. */
  static boolean isGeneric(TypeShape shape) {
    return shape instanceof ArrayShape array
        ? isGeneric(array.component())
        : of(shape) instanceof ParameterizedTypeName;
  }

  /** Returns JavaPoet's type for a type of each kind. */
  private static final class Names implements TypeShape.Cases<TypeName> {

    @Override
    public TypeName primitive(PrimitiveShape shape) {
      return switch (shape) {
        case BOOLEAN -> TypeName.BOOLEAN;
        case BYTE -> TypeName.BYTE;
        case SHORT -> TypeName.SHORT;
        case INT -> TypeName.INT;
        case LONG -> TypeName.LONG;
        case CHAR -> TypeName.CHAR;
        case FLOAT -> TypeName.FLOAT;
        case DOUBLE -> TypeName.DOUBLE;
      };
    }

    @Override
    public TypeName standard(StandardShape shape) {
      return of(shape.type());
    }

    @Override
    public TypeName array(ArrayShape shape) {
      return ArrayTypeName.of(of(shape.component()));
    }

    @Override
    public TypeName container(ContainerShape shape) {
      return ParameterizedTypeName.get(of(shape.kind().type()), of(shape.element()));
    }

    @Override
    public TypeName map(MapShape shape) {
      return ParameterizedTypeName.get(of(shape.kind().type()), of(shape.key()), of(shape.value()));
    }

    @Override
    public TypeName named(NamedShape shape) {
      ClassName type = of(shape.type());
      return shape.arguments().isEmpty()
          ? type
          : ParameterizedTypeName.get(
              type, shape.arguments().stream().map(JavaTypes::of).toArray(TypeName[]::new));
    }
  }
}
