package io.callbox.processor.writing;

import io.callbox.processor.source.AnnotationSpec;
import io.callbox.processor.source.ClassName;
import io.callbox.processor.source.MethodSpec;
import io.callbox.processor.source.TypeSpec;
import javax.lang.model.element.Modifier;

/**
 * The annotations by which a container finds a stub.
 *
 * @param onClass the name of the annotation of its class
 * @param onConstructor the name of the annotation of its public constructor
 */
public record ComponentMarks(String onClass, String onConstructor) {

  /** Returns the stub with these annotations. */
  public TypeSpec on(TypeSpec stub) {
    return stub.toBuilder()
        .addAnnotation(AnnotationSpec.of(ClassName.of(onClass)))
        .methods(stub.methods().stream().map(this::marked).toList())
        .build();
  }

  private MethodSpec marked(MethodSpec method) {
    return method.isConstructor() && method.modifiers().contains(Modifier.PUBLIC)
        ? method.toBuilder().addAnnotation(ClassName.of(onConstructor)).build()
        : method;
  }
}
