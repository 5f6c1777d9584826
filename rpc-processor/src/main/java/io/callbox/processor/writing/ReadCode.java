package io.callbox.processor.writing;

import com.palantir.javapoet.ArrayTypeName;
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

/** Makes expressions that read a value from the parser {@code in}. */
final class ReadCode {

  private final MarshallerScope scope;
  private final KeyCode keys;
  private final Reads reads = new Reads();
  private final Readers readers = new Readers();

  ReadCode(MarshallerScope scope) {
    this.scope = scope;
    this.keys = new KeyCode(scope);
  }

  /** Reads a value that may be {@code null} if its type allows it. */
  String readNullable(TypeShape shape) {
    return handlesNull(shape)
        ? read(shape)
        : Library.NULLABLES + ".read(in, " + reader(shape) + ")";
  }

  /** Returns whether {@link #read} can be used on {@code null}: to read it, or to refuse it. */
  static boolean handlesNull(TypeShape shape) {
    return shape instanceof PrimitiveShape
        || (shape instanceof StandardShape standard && standard.takesNull())
        || (shape instanceof ContainerShape container && container.isOptional());
  }

  /** Reads a value that is not {@code null}. */
  String read(TypeShape shape) {
    return shape.match(reads);
  }

  /** Returns the body of a method that reads a type without a definition. */
  String readElements(TypeShape shape) {
    if (shape instanceof ContainerShape container) {
      return ValueMethodsCode.readAll(container.kind().methods(), reader(container.element()));
    } else if (shape instanceof MapShape map) {
      return readMap(map);
    }
    return readArray((ArrayShape) shape);
  }

  private String readMap(MapShape map) {
    String values = reader(map.value());
    if (map.keyIsText() && map.kind() == MapShape.Kind.MAP) {
      return Library.MAPS + ".read(in, " + values + ")";
    }
    String method = Library.MAPS + "." + map.kind().reader();
    return method + "(in, " + keys.reader(map.key()) + ", " + values + ")";
  }

  private String readArray(ArrayShape array) {
    if (array.component() instanceof PrimitiveShape primitive) {
      return ValueMethodsCode.read(primitive.arrayMethods());
    }
    String maker = maker(JavaTypes.of(array));
    return Library.ARRAYS + ".read(in, " + reader(array.component()) + ", " + maker + ")";
  }

  /** Returns a reader of values of a type. */
  String reader(TypeShape shape) {
    return shape.match(readers);
  }

  /** Returns code that makes an array of the wanted length; for a generic type, it needs a cast. */
  private static String maker(TypeName array) {
    String dimensions = "";
    TypeName element = ((ArrayTypeName) array).componentType();
    while (element instanceof ArrayTypeName inner) {
      dimensions += "[]";
      element = inner.componentType();
    }
    return element instanceof ParameterizedTypeName generic
        ? "size -> (" + array + ") new " + generic.rawType() + "[size]" + dimensions
        : array + "::new";
  }

  private final class Reads implements TypeShape.Cases<String> {

    @Override
    public String primitive(PrimitiveShape shape) {
      return ValueMethodsCode.read(shape.methods());
    }

    @Override
    public String standard(StandardShape shape) {
      return ValueMethodsCode.read(shape.methods());
    }

    @Override
    public String array(ArrayShape shape) {
      if (!JavaTypes.isGeneric(shape.component())) {
        return readArray(shape);
      }
      scope.request(shape, What.READ);
      return byMethod(shape);
    }

    @Override
    public String container(ContainerShape shape) {
      return readElements(shape);
    }

    @Override
    public String map(MapShape shape) {
      return readElements(shape);
    }

    @Override
    public String named(NamedShape shape) {
      return byMethod(shape);
    }

    private String byMethod(TypeShape shape) {
      return "read" + scope.names().suffix(shape) + "(in)";
    }
  }

  private final class Readers implements TypeShape.Cases<String> {

    @Override
    public String primitive(PrimitiveShape shape) {
      return ofMethod(shape);
    }

    @Override
    public String standard(StandardShape shape) {
      if (shape == StandardShape.JSON_NODE) {
        return Library.TREES + ".NODE";
      }
      return shape.isOptional()
          ? Library.OPTIONAL_NUMBERS + "." + shape.name().replace("OPTIONAL_", "")
          : ValueMethodsCode.reader(shape.methods());
    }

    @Override
    public String array(ArrayShape shape) {
      return shape.component() instanceof PrimitiveShape primitive
          ? ValueMethodsCode.reader(primitive.arrayMethods())
          : ofOwnMethod(shape);
    }

    @Override
    public String container(ContainerShape shape) {
      return shape.isOptional()
          ? Library.OPTIONALS + ".reader(" + reader(shape.element()) + ")"
          : ofOwnMethod(shape);
    }

    @Override
    public String map(MapShape shape) {
      return ofOwnMethod(shape);
    }

    @Override
    public String named(NamedShape shape) {
      return ofMethod(shape);
    }

    private String ofOwnMethod(TypeShape shape) {
      scope.request(shape, What.READ);
      return ofMethod(shape);
    }

    private String ofMethod(TypeShape shape) {
      return scope.self() + "::read" + scope.names().suffix(shape);
    }
  }
}
