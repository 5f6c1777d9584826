package io.callbox.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.MethodSpec;
import io.callbox.processor.model.TypeShape;
import io.callbox.processor.writing.MarshallerScope.Request;
import javax.lang.model.element.Modifier;

/** Writes the methods that other methods request: for lists, maps and arrays, and for null. */
final class ElementsWriter {

  private static final String VALUE = "value";

  private final MarshallerScope scope;

  ElementsWriter(MarshallerScope scope) {
    this.scope = scope;
  }

  MethodSpec write(Request request) {
    TypeShape shape = request.shape();
    String suffix = scope.names().suffix(shape);
    return switch (request.what()) {
      case READ -> reading(request, suffix, new ReadCode(scope).readElements(shape));
      case READ_NULLABLE ->
          reading(request, scope.names().nullable(shape), new ReadCode(scope).readNullable(shape));
      case WRITE -> writing(shape, suffix, new WriteCode(scope).write(shape, VALUE));
      case WRITE_NULLABLE ->
          writing(
              shape, scope.names().nullable(shape), new WriteCode(scope).writeOrNull(shape, VALUE));
    };
  }

  private static MethodSpec reading(Request request, String suffix, String read) {
    MethodSpec.Builder method =
        MarshallerMethods.reading(suffix, JavaTypes.of(request.shape()))
            .addModifiers(Modifier.PRIVATE)
            .addStatement("return $L", read);
    if (request.genericArray()) {
      method.addAnnotation(
          AnnotationSpec.builder(Marked.of(SuppressWarnings.class))
              .addMember("value", "{$S, $S}", "rawtypes", "unchecked")
              .build());
    }
    return method.build();
  }

  private MethodSpec writing(TypeShape shape, String suffix, String write) {
    return MarshallerMethods.writing(suffix)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scope.covariant() ? JavaTypes.covariant(shape) : JavaTypes.of(shape), "value")
        .addStatement("$L", write)
        .build();
  }
}
