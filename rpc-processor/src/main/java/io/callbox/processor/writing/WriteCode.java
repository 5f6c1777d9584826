package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.NamedShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.writing.MarshallerScope.What;

/** Calls that write a value to the generator {@code out}. */
final class WriteCode {

  private final MarshallerScope scope;
  private final KeyCode keys;
  private final Writers writers = new Writers();

  WriteCode(MarshallerScope scope) {
    this.scope = scope;
    this.keys = new KeyCode(scope);
  }

  /** Writes a value that may be {@code null} where its type allows. */
  CodeBlock writeNullable(TypeShape shape, CodeBlock value) {
    if (handlesNull(shape)) {
      return write(shape, value);
    }
    scope.request(shape, What.WRITE_NULLABLE);
    return CodeBlock.of("write$L(out, $L)", scope.names().nullable(shape), value);
  }

  /** Whether {@link #write} can be used on {@code null}. */
  static boolean handlesNull(TypeShape shape) {
    return ReadCode.handlesNull(shape) || shape == StandardShape.STRING;
  }

  /** The body of a method that writes a value or {@code null}. */
  CodeBlock writeOrNull(TypeShape shape, CodeBlock value) {
    return CodeBlock.of("$T.write(out, $L, $L)", Library.NULLABLES, value, writer(shape));
  }

  /** Writes a value that is not {@code null}. */
  CodeBlock write(TypeShape shape, CodeBlock value) {
    return shape.match(new Writes(value));
  }

  private CodeBlock writeMap(MapShape map, CodeBlock value) {
    CodeBlock values = writer(map.value());
    return map.keyIsText()
        ? CodeBlock.of("$T.write(out, $L, $L)", Library.MAPS, value, values)
        : CodeBlock.of(
            "$T.write(out, $L, $L, $L)", Library.MAPS, value, keys.writer(map.key()), values);
  }

  /** A writer of values of a type. */
  CodeBlock writer(TypeShape shape) {
    return shape.match(writers);
  }

  private final class Writes implements TypeShape.Cases<CodeBlock> {

    private final CodeBlock value;

    Writes(CodeBlock value) {
      this.value = value;
    }

    @Override
    public CodeBlock primitive(PrimitiveShape shape) {
      return CodecCode.write(shape.codec(), value);
    }

    @Override
    public CodeBlock standard(StandardShape shape) {
      return CodecCode.write(shape.codec(), value);
    }

    @Override
    public CodeBlock array(ArrayShape shape) {
      return shape.component() instanceof PrimitiveShape primitive
          ? CodecCode.write(primitive.arrayCodec(), value)
          : CodeBlock.of("$T.write(out, $L, $L)", Library.ARRAYS, value, writer(shape.component()));
    }

    @Override
    public CodeBlock container(ContainerShape shape) {
      return CodecCode.writeAll(shape.kind().codec(), value, writer(shape.element()));
    }

    @Override
    public CodeBlock map(MapShape shape) {
      return writeMap(shape, value);
    }

    @Override
    public CodeBlock named(NamedShape shape) {
      return CodeBlock.of("write$L(out, $L)", scope.names().suffix(shape), value);
    }
  }

  private final class Writers implements TypeShape.Cases<CodeBlock> {

    @Override
    public CodeBlock primitive(PrimitiveShape shape) {
      return ofMethod(shape);
    }

    @Override
    public CodeBlock standard(StandardShape shape) {
      return CodecCode.writer(shape.codec());
    }

    @Override
    public CodeBlock array(ArrayShape shape) {
      return shape.component() instanceof PrimitiveShape primitive
          ? CodecCode.writer(primitive.arrayCodec())
          : ofOwnMethod(shape);
    }

    @Override
    public CodeBlock container(ContainerShape shape) {
      return ofOwnMethod(shape);
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
      scope.request(shape, What.WRITE);
      return ofMethod(shape);
    }

    private CodeBlock ofMethod(TypeShape shape) {
      return CodeBlock.of("$T::write$L", scope.self(), scope.names().suffix(shape));
    }
  }
}
