package io.callbox.processor.writing;

import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.writing.MarshallerScope.What;

/** Makes calls that write a value to the generator {@code out}. */
final class WriteCode {

  private final MarshallerScope scope;
  private final KeyCode keys;
  private final Writers writers = new Writers();

  WriteCode(MarshallerScope scope) {
    this.scope = scope;
    this.keys = new KeyCode(scope);
  }

  /** Writes a value that may be {@code null} if its type allows it. */
  String writeNullable(TypeShape shape, String value) {
    if (handlesNull(shape)) {
      return write(shape, value);
    }
    scope.request(shape, What.WRITE_NULLABLE);
    return "write" + scope.names().nullable(shape) + "(out, " + value + ")";
  }

  /** Returns whether {@link #write} can be used on {@code null}. */
  static boolean handlesNull(TypeShape shape) {
    return ReadCode.handlesNull(shape) || shape == StandardShape.STRING;
  }

  /** Returns the body of a method that writes a value or {@code null}. */
  String writeOrNull(TypeShape shape, String value) {
    return Library.NULLABLES + ".write(out, " + value + ", " + writer(shape) + ")";
  }

  /** Writes a value that is not {@code null}. */
  String write(TypeShape shape, String value) {
    return shape.match(new Writes(value));
  }

  private String writeMap(MapShape map, String value) {
    String values = writer(map.value());
    String key = map.keyIsText() ? "" : keys.writer(map.key()) + ", ";
    return Library.MAPS + ".write(out, " + value + ", " + key + values + ")";
  }

  /** Returns a writer of values of a type. */
  String writer(TypeShape shape) {
    return shape.match(writers);
  }

  private final class Writes implements TypeShape.Cases<String> {

    private final String value;

    Writes(String value) {
      this.value = value;
    }

    @Override
    public String primitive(PrimitiveShape shape) {
      return ValueMethodsCode.write(shape.methods(), value);
    }

    @Override
    public String standard(StandardShape shape) {
      return ValueMethodsCode.write(shape.methods(), value);
    }

    @Override
    public String array(ArrayShape shape) {
      return shape.component() instanceof PrimitiveShape primitive
          ? ValueMethodsCode.write(primitive.arrayMethods(), value)
          : Library.ARRAYS + ".write(out, " + value + ", " + writer(shape.component()) + ")";
    }

    @Override
    public String container(ContainerShape shape) {
      return ValueMethodsCode.writeAll(shape.kind().methods(), value, writer(shape.element()));
    }

    @Override
    public String map(MapShape shape) {
      return writeMap(shape, value);
    }

    @Override
    public String named(NamedShape shape) {
      return "write" + scope.names().suffix(shape) + "(out, " + value + ")";
    }
  }

  private final class Writers implements TypeShape.Cases<String> {

    @Override
    public String primitive(PrimitiveShape shape) {
      return ofMethod(shape);
    }

    @Override
    public String standard(StandardShape shape) {
      return ValueMethodsCode.writer(shape.methods());
    }

    @Override
    public String array(ArrayShape shape) {
      return shape.component() instanceof PrimitiveShape primitive
          ? ValueMethodsCode.writer(primitive.arrayMethods())
          : ofOwnMethod(shape);
    }

    @Override
    public String container(ContainerShape shape) {
      return ofOwnMethod(shape);
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
      scope.request(shape, What.WRITE);
      return ofMethod(shape);
    }

    private String ofMethod(TypeShape shape) {
      return scope.self() + "::write" + scope.names().suffix(shape);
    }
  }
}
