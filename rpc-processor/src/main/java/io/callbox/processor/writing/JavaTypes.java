package io.callbox.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import java.util.List;

/** The Java types of the model, as JavaPoet has them. */
final class JavaTypes {

  private JavaTypes() {}

  static ClassName of(JavaName name) {
    List<String> simpleNames = name.simpleNames();
    return ClassName.get(
        name.packageName(),
        simpleNames.get(0),
        simpleNames.subList(1, simpleNames.size()).toArray(String[]::new));
  }

  static TypeName of(TypeShape shape) {
    if (shape instanceof PrimitiveShape primitive) {
      return ofPrimitive(primitive);
    } else if (shape instanceof StandardShape standard) {
      return of(standard.type());
    } else if (shape instanceof ArrayShape array) {
      return ArrayTypeName.of(of(array.component()));
    } else if (shape instanceof ContainerShape container) {
      return ParameterizedTypeName.get(of(container.kind().type()), of(container.element()));
    } else if (shape instanceof MapShape map) {
      return ParameterizedTypeName.get(of(map.kind().type()), of(map.key()), of(map.value()));
    }
    return ofNamed((NamedShape) shape);
  }

  /** The type as a type argument. */
  static TypeName boxed(TypeShape shape) {
    return of(shape).box();
  }

  /** Whether an array of the type cannot be made without a cast. */
  static boolean isGeneric(TypeShape shape) {
    return shape instanceof ArrayShape array
        ? isGeneric(array.component())
        : of(shape) instanceof ParameterizedTypeName;
  }

  private static TypeName ofNamed(NamedShape shape) {
    ClassName type = of(shape.type());
    return shape.arguments().isEmpty()
        ? type
        : ParameterizedTypeName.get(
            type, shape.arguments().stream().map(JavaTypes::of).toArray(TypeName[]::new));
  }

  private static TypeName ofPrimitive(PrimitiveShape shape) {
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
}
