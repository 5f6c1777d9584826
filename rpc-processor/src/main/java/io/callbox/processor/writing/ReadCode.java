package io.callbox.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;

/** Expressions that read a value from the parser {@code in}. */
final class ReadCode {

  private final MarshallerScope scope;
  private final KeyCode keys;

  ReadCode(MarshallerScope scope) {
    this.scope = scope;
    this.keys = new KeyCode(scope);
  }

  /** Reads a value that may be {@code null} where its type allows. */
  CodeBlock readNullable(TypeShape shape) {
    return handlesNull(shape)
        ? read(shape)
        : CodeBlock.of("$T.read(in, $L)", Library.NULLABLES, reader(shape));
  }

  /** Whether {@link #read} can be used on {@code null}: to read it, or to refuse it. */
  static boolean handlesNull(TypeShape shape) {
    return shape instanceof PrimitiveShape
        || (shape instanceof StandardShape standard && standard.takesNull())
        || (shape instanceof ContainerShape container && container.isOptional());
  }

  /** Reads a value that is not {@code null}. */
  CodeBlock read(TypeShape shape) {
    if (shape instanceof PrimitiveShape primitive) {
      return CodecCode.read(primitive.codec());
    } else if (shape instanceof StandardShape standard) {
      return CodecCode.read(standard.codec());
    } else if (shape instanceof ArrayShape array && JavaTypes.isGeneric(array.component())) {
      scope.request(shape, true);
    } else if (shape instanceof ArrayShape array) {
      return readArray(array);
    } else if (shape instanceof ContainerShape || shape instanceof MapShape) {
      return readElements(shape);
    }
    return CodeBlock.of("read$L(in)", scope.names().suffix(shape));
  }

  /** The body of a method that reads a type which has no definition. */
  CodeBlock readElements(TypeShape shape) {
    if (shape instanceof ContainerShape container) {
      return CodecCode.readAll(container.kind().codec(), reader(container.element()));
    } else if (shape instanceof MapShape map) {
      return readMap(map);
    }
    return readArray((ArrayShape) shape);
  }

  private CodeBlock readMap(MapShape map) {
    CodeBlock values = reader(map.value());
    return map.keyIsText() && map.kind() == MapShape.Kind.MAP
        ? CodeBlock.of("$T.read(in, $L)", Library.MAPS, values)
        : CodeBlock.of(
            "$T.$L(in, $L, $L)", Library.MAPS, map.kind().reader(), keys.reader(map.key()), values);
  }

  private CodeBlock readArray(ArrayShape array) {
    return array.component() instanceof PrimitiveShape primitive
        ? CodecCode.read(primitive.arrayCodec())
        : CodeBlock.of(
            "$T.read(in, $L, $L)",
            Library.ARRAYS,
            reader(array.component()),
            maker(JavaTypes.of(array)));
  }

  /** A reader of values of a type. */
  CodeBlock reader(TypeShape shape) {
    if (shape == StandardShape.JSON_NODE) {
      return CodeBlock.of("$T.NODE", Library.TREES);
    } else if (shape instanceof StandardShape standard) {
      return standard.isOptional()
          ? CodeBlock.of(
              "$T.$L", Library.OPTIONAL_NUMBERS, standard.name().replace("OPTIONAL_", ""))
          : CodecCode.reader(standard.codec());
    } else if (shape instanceof ArrayShape array
        && array.component() instanceof PrimitiveShape primitive) {
      return CodecCode.reader(primitive.arrayCodec());
    } else if (shape instanceof ContainerShape container && container.isOptional()) {
      return CodeBlock.of("$T.reader($L)", Library.OPTIONALS, reader(container.element()));
    } else if (shape instanceof ArrayShape
        || shape instanceof ContainerShape
        || shape instanceof MapShape) {
      scope.request(shape, true);
    }
    return CodeBlock.of("$T::read$L", scope.self(), scope.names().suffix(shape));
  }

  /** Makes an array of the wanted length; one of generic types cannot be made without a cast. */
  private static CodeBlock maker(TypeName array) {
    String dimensions = "";
    TypeName element = ((ArrayTypeName) array).componentType();
    while (element instanceof ArrayTypeName inner) {
      dimensions += "[]";
      element = inner.componentType();
    }
    return element instanceof ParameterizedTypeName generic
        ? CodeBlock.of("size -> ($T) new $T[size]$L", array, generic.rawType(), dimensions)
        : CodeBlock.of("$T::new", array);
  }
}
