package io.callbox.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.callbox.processor.writing.MarshallerScope.Request;
import javax.lang.model.element.Modifier;

/** Writes the methods for lists, maps and arrays that others refer to. */
final class ElementsWriter {

  private final MarshallerScope scope;

  ElementsWriter(MarshallerScope scope) {
    this.scope = scope;
  }

  MethodSpec write(Request request) {
    String suffix = scope.names().suffix(request.shape());
    TypeName type = JavaTypes.of(request.shape());
    return request.reads() ? reading(request, suffix, type) : writing(request, suffix, type);
  }

  private MethodSpec reading(Request request, String suffix, TypeName type) {
    MethodSpec.Builder method =
        MarshallerMethods.reading(suffix, type)
            .addModifiers(Modifier.PRIVATE)
            .addStatement("return $L", new ReadCode(scope).readElements(request.shape()));
    if (request.genericArray()) {
      method.addAnnotation(
          AnnotationSpec.builder(SuppressWarnings.class)
              .addMember("value", "{$S, $S}", "rawtypes", "unchecked")
              .build());
    }
    return method.build();
  }

  private MethodSpec writing(Request request, String suffix, TypeName type) {
    CodeBlock write = new WriteCode(scope).write(request.shape(), CodeBlock.of("value"));
    return MarshallerMethods.writing(suffix)
        .addModifiers(Modifier.PRIVATE)
        .addParameter(scope.covariant() ? JavaTypes.covariant(request.shape()) : type, "value")
        .addStatement(write)
        .build();
  }
}
