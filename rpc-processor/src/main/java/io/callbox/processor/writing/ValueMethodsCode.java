package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import io.callbox.processor.model.ValueMethods;

/** Makes calls of, and references to, the methods that a {@link ValueMethods} names. */
final class ValueMethodsCode {

  private ValueMethodsCode() {}

  static String read(ValueMethods methods) {
    return called(methods.reader()) + "(in)";
  }

  static String reader(ValueMethods methods) {
    return Library.json(owner(methods.reader())) + "::" + method(methods.reader());
  }

  static String write(ValueMethods methods, String value) {
    return ofGenerator(methods)
        ? "out." + method(methods.writer()) + "(" + value + ")"
        : called(methods.writer()) + "(out, " + value + ")";
  }

  static String writer(ValueMethods methods) {
    ClassName owner =
        ofGenerator(methods) ? Library.GENERATOR : Library.json(owner(methods.writer()));
    return owner + "::" + method(methods.writer());
  }

  /** Reads a container. */
  static String readAll(ValueMethods methods, String element) {
    return called(methods.reader()) + "(in, " + element + ")";
  }

  /** Writes a container. */
  static String writeAll(ValueMethods methods, String value, String element) {
    return called(methods.writer()) + "(out, " + value + ", " + element + ")";
  }

  private static String called(String qualified) {
    return Library.json(owner(qualified)) + "." + method(qualified);
  }

  private static boolean ofGenerator(ValueMethods methods) {
    return owner(methods.writer()).equals(ValueMethods.GENERATOR);
  }

  private static String owner(String qualified) {
    return qualified.substring(0, qualified.lastIndexOf('.'));
  }

  static String method(String qualified) {
    return qualified.substring(qualified.lastIndexOf('.') + 1);
  }
}
