package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import io.callbox.processor.model.Codec;

/** Makes calls of, and references to, the methods that a {@link Codec} names. */
final class CodecCode {

  private CodecCode() {}

  static String read(Codec codec) {
    return called(codec.reader()) + "(in)";
  }

  static String reader(Codec codec) {
    return Library.json(owner(codec.reader())) + "::" + method(codec.reader());
  }

  static String write(Codec codec, String value) {
    return ofGenerator(codec)
        ? "out." + method(codec.writer()) + "(" + value + ")"
        : called(codec.writer()) + "(out, " + value + ")";
  }

  static String writer(Codec codec) {
    ClassName owner = ofGenerator(codec) ? Library.GENERATOR : Library.json(owner(codec.writer()));
    return owner + "::" + method(codec.writer());
  }

  /** Reads a container. */
  static String readAll(Codec codec, String element) {
    return called(codec.reader()) + "(in, " + element + ")";
  }

  /** Writes a container. */
  static String writeAll(Codec codec, String value, String element) {
    return called(codec.writer()) + "(out, " + value + ", " + element + ")";
  }

  private static String called(String qualified) {
    return Library.json(owner(qualified)) + "." + method(qualified);
  }

  private static boolean ofGenerator(Codec codec) {
    return owner(codec.writer()).equals(Codec.GENERATOR);
  }

  private static String owner(String qualified) {
    return qualified.substring(0, qualified.lastIndexOf('.'));
  }

  static String method(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
