package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.ContainerShape;
import io.callbox.processor.model.MapShape;
import io.callbox.processor.model.PrimitiveShape;
import io.callbox.processor.model.StandardShape;
import io.callbox.processor.model.TypeShape;

/** Calls that write a value to the generator {@code out}. */
final class WriteCode {

  private final MarshallerScope scope;
  private final KeyCode keys;

  WriteCode(MarshallerScope scope) {
    this.scope = scope;
    this.keys = new KeyCode(scope);
  }

  /** Writes a value that may be {@code null} where its type allows. */
  CodeBlock writeNullable(TypeShape shape, CodeBlock value) {
    return ReadCode.handlesNull(shape) || shape == StandardShape.STRING
        ? write(shape, value)
        : CodeBlock.of("$T.write(out, $L, $L)", Library.NULLABLES, value, writer(shape));
  }

  /** Writes a value that is not {@code null}. */
  CodeBlock write(TypeShape shape, CodeBlock value) {
    if (shape instanceof PrimitiveShape primitive) {
      return CodecCode.write(primitive.codec(), value);
    } else if (shape instanceof StandardShape standard) {
      return CodecCode.write(standard.codec(), value);
    } else if (shape instanceof ContainerShape container) {
      return CodecCode.writeAll(container.kind().codec(), value, writer(container.element()));
    } else if (shape instanceof MapShape map) {
      return writeMap(map, value);
    } else if (shape instanceof ArrayShape array) {
      return array.component() instanceof PrimitiveShape primitive
          ? CodecCode.write(primitive.arrayCodec(), value)
          : CodeBlock.of("$T.write(out, $L, $L)", Library.ARRAYS, value, writer(array.component()));
    }
    return CodeBlock.of("write$L(out, $L)", scope.names().suffix(shape), value);
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
    if (shape instanceof StandardShape standard) {
      return CodecCode.writer(standard.codec());
    } else if (shape instanceof ArrayShape array
        && array.component() instanceof PrimitiveShape primitive) {
      return CodecCode.writer(primitive.arrayCodec());
    } else if (shape instanceof ArrayShape
        || shape instanceof ContainerShape
        || shape instanceof MapShape) {
      scope.request(shape, false);
    }
    return CodeBlock.of("$T::write$L", scope.self(), scope.names().suffix(shape));
  }
}
