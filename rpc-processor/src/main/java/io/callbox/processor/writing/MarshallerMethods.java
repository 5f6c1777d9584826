package io.callbox.processor.writing;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import javax.lang.model.element.Modifier;

/** Begins the methods of a marshaller. */
final class MarshallerMethods {

  private MarshallerMethods() {}

  /** Begins a method {@code readX(JsonParser in)}. */
  static MethodSpec.Builder reading(String suffix, TypeName returned) {
    return MethodSpec.methodBuilder("read" + suffix)
        .addModifiers(Modifier.STATIC)
        .returns(JavaTypes.written(returned))
        .addParameter(Library.PARSER, "in")
        .addException(Library.IO_EXCEPTION);
  }

  /** Begins a method {@code writeX(JsonGenerator out, …)}. */
  static MethodSpec.Builder writing(String suffix) {
    return MethodSpec.methodBuilder("write" + suffix)
        .addModifiers(Modifier.STATIC)
        .addParameter(Library.GENERATOR, "out")
        .addException(Library.IO_EXCEPTION);
  }
}
