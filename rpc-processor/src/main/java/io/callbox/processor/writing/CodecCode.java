package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.Codec;

/** Calls of, and references to, the methods that a {@link Codec} names. */
final class CodecCode {

  private CodecCode() {}

  static CodeBlock read(Codec codec) {
    return CodeBlock.of("$T.$L(in)", Library.json(owner(codec.reader())), method(codec.reader()));
  }

  static CodeBlock reader(Codec codec) {
    return CodeBlock.of("$T::$L", Library.json(owner(codec.reader())), method(codec.reader()));
  }

  static CodeBlock write(Codec codec, CodeBlock value) {
    return ofGenerator(codec)
        ? CodeBlock.of("out.$L($L)", method(codec.writer()), value)
        : CodeBlock.of(
            "$T.$L(out, $L)", Library.json(owner(codec.writer())), method(codec.writer()), value);
  }

  static CodeBlock writer(Codec codec) {
    return CodeBlock.of(
        "$T::$L",
        ofGenerator(codec) ? Library.GENERATOR : Library.json(owner(codec.writer())),
        method(codec.writer()));
  }

  /** Reads a container. */
  static CodeBlock readAll(Codec codec, CodeBlock element) {
    return CodeBlock.of(
        "$T.$L(in, $L)", Library.json(owner(codec.reader())), method(codec.reader()), element);
  }

  /** Writes a container. */
  static CodeBlock writeAll(Codec codec, CodeBlock value, CodeBlock element) {
    return CodeBlock.of(
        "$T.$L(out, $L, $L)",
        Library.json(owner(codec.writer())),
        method(codec.writer()),
        value,
        element);
  }

  private static boolean ofGenerator(Codec codec) {
    return owner(codec.writer()).equals(Codec.GENERATOR);
  }

  private static String owner(String qualified) {
    return qualified.substring(0, qualified.lastIndexOf('.'));
  }

  private static String method(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
