package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
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
    TypeSpec.Builder marked =
        TypeSpec.classBuilder(stub.name())
            .addModifiers(stub.modifiers().toArray(Modifier[]::new))
            .addJavadoc(stub.javadoc())
            .addAnnotations(stub.annotations())
            .addAnnotation(Marked.of(ClassName.bestGuess(onClass)))
            .addSuperinterfaces(stub.superinterfaces())
            .addFields(stub.fieldSpecs());
    for (MethodSpec method : stub.methodSpecs()) {
      marked.addMethod(isPublicConstructor(method) ? marked(method) : method);
    }
    return marked.build();
  }

  private static boolean isPublicConstructor(MethodSpec method) {
    return method.isConstructor() && method.modifiers().contains(Modifier.PUBLIC);
  }

  private MethodSpec marked(MethodSpec constructor) {
    return constructor.toBuilder()
        .addAnnotation(Marked.of(ClassName.bestGuess(onConstructor)))
        .build();
  }
}
