package io.callbox.processor.writing;

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
import io.callbox.processor.source.ArrayTypeName;
import io.callbox.processor.source.ClassName;
import io.callbox.processor.source.ParameterizedTypeName;
import io.callbox.processor.source.PrimitiveName;
import io.callbox.processor.source.TypeName;
import io.callbox.processor.source.WildcardTypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The Java types of the model, as source mentions them. */
final class JavaTypes {

  private static final TypeShape.Cases<TypeName> NAMES = new Names();

  private JavaTypes() {}

  static ClassName of(JavaName name) {
    return ClassName.of(name.packageName(), name.simpleNames());
  }

  static TypeName of(TypeShape shape) {
    return shape.match(NAMES);
  }

  /** The type with wildcards where a method has them. */
  static TypeName of(TypeShape shape, Wildcards wildcards) {
    return written(shape, List.of(), wildcards.places()::contains);
  }

  /** The type of all collections whose elements are of subtypes, too. */
  static TypeName covariant(TypeShape shape) {
    return written(shape, List.of(), place -> true);
  }

  private static TypeName written(
      TypeShape shape, List<Integer> place, Predicate<List<Integer>> wildcards) {
    if (shape instanceof ContainerShape container) {
      return ParameterizedTypeName.of(
          of(container.kind().type()), argument(container.element(), place, 0, wildcards));
    } else if (shape instanceof MapShape map) {
      return ParameterizedTypeName.of(
          of(map.kind().type()), of(map.key()), argument(map.value(), place, 1, wildcards));
    }
    return of(shape);
  }

  private static TypeName argument(
      TypeShape shape, List<Integer> outer, int index, Predicate<List<Integer>> wildcards) {
    List<Integer> place = new ArrayList<>(outer);
    place.add(index);
    TypeName type = written(shape, place, wildcards);
    return wildcards.test(place) ? new WildcardTypeName(type) : type;
  }

  /** The type as a type argument. */
  static TypeName boxed(TypeShape shape) {
    return of(shape).boxed();
  }

  /** What a method returns as a type argument: {@link Void} if that is nothing. */
  static TypeName boxedResult(ReturnShape returns) {
    return returns.result().map(JavaTypes::boxed).orElse(ClassName.of(Void.class));
  }

  /** Whether an array of the type cannot be made without a cast. */
  static boolean isGeneric(TypeShape shape) {
    return shape instanceof ArrayShape array
        ? isGeneric(array.component())
        : of(shape) instanceof ParameterizedTypeName;
  }

  /** What source calls a type of each kind. */
  private static final class Names implements TypeShape.Cases<TypeName> {

    @Override
    public TypeName primitive(PrimitiveShape shape) {
      return PrimitiveName.valueOf(shape.name());
    }

    @Override
    public TypeName standard(StandardShape shape) {
      return of(shape.type());
    }

    @Override
    public TypeName array(ArrayShape shape) {
      return new ArrayTypeName(of(shape.component()));
    }

    @Override
    public TypeName container(ContainerShape shape) {
      return ParameterizedTypeName.of(of(shape.kind().type()), of(shape.element()));
    }

    @Override
    public TypeName map(MapShape shape) {
      return ParameterizedTypeName.of(of(shape.kind().type()), of(shape.key()), of(shape.value()));
    }

    @Override
    public TypeName named(NamedShape shape) {
      ClassName type = of(shape.type());
      return shape.arguments().isEmpty()
          ? type
          : ParameterizedTypeName.of(
              type, shape.arguments().stream().map(JavaTypes::of).toArray(TypeName[]::new));
    }
  }
}
