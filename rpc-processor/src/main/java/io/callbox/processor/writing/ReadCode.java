package io.callbox.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.writing.MarshallerScope.What;

/** Expressions that read a value from the parser {@code in}. */
final class ReadCode {

  private final MarshallerScope scope;
  private final KeyCode keys;
  private final Reads reads = new Reads();
  private final Readers readers = new Readers();

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
    return shape.match(reads);
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
    return shape.match(readers);
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

  private final class Reads implements TypeShape.Cases<CodeBlock> {

    @Override
    public CodeBlock primitive(PrimitiveShape shape) {
      return CodecCode.read(shape.codec());
    }

    @Override
    public CodeBlock standard(StandardShape shape) {
      return CodecCode.read(shape.codec());
    }

    @Override
    public CodeBlock array(ArrayShape shape) {
      if (!JavaTypes.isGeneric(shape.component())) {
        return readArray(shape);
      }
      scope.request(shape, What.READ);
      return byMethod(shape);
    }

    @Override
    public CodeBlock container(ContainerShape shape) {
      return readElements(shape);
    }

    @Override
    public CodeBlock map(MapShape shape) {
      return readElements(shape);
    }

    @Override
    public CodeBlock named(NamedShape shape) {
      return byMethod(shape);
    }

    private CodeBlock byMethod(TypeShape shape) {
      return CodeBlock.of("read$L(in)", scope.names().suffix(shape));
    }
  }

  private final class Readers implements TypeShape.Cases<CodeBlock> {

    @Override
    public CodeBlock primitive(PrimitiveShape shape) {
      return ofMethod(shape);
    }

    @Override
    public CodeBlock standard(StandardShape shape) {
      if (shape == StandardShape.JSON_NODE) {
        return CodeBlock.of("$T.NODE", Library.TREES);
      }
      return shape.isOptional()
          ? CodeBlock.of("$T.$L", Library.OPTIONAL_NUMBERS, shape.name().replace("OPTIONAL_", ""))
          : CodecCode.reader(shape.codec());
    }

    @Override
    public CodeBlock array(ArrayShape shape) {
      return shape.component() instanceof PrimitiveShape primitive
          ? CodecCode.reader(primitive.arrayCodec())
          : ofOwnMethod(shape);
    }

    @Override
    public CodeBlock container(ContainerShape shape) {
      return shape.isOptional()
          ? CodeBlock.of("$T.reader($L)", Library.OPTIONALS, reader(shape.element()))
          : ofOwnMethod(shape);
    }

    @Override
    public CodeBlock map(MapShape shape) {
      return ofOwnMethod(shape);
    }

    @Override
    public CodeBlock named(NamedShape shape) {
      return ofMethod(shape);
    }

    private CodeBlock ofOwnMethod(TypeShape shape) {
      scope.request(shape, What.READ);
      return ofMethod(shape);
    }

    private CodeBlock ofMethod(TypeShape shape) {
      return CodeBlock.of("$T::read$L", scope.self(), scope.names().suffix(shape));
    }
  }
}
