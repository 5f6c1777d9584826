package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import java.io.IOException;
import javax.lang.model.element.Modifier;

/** Writes {@code XSkeleton}: a switch on the method's name that calls the implementation. */
public final class SkeletonWriter {

  private final ServiceModel service;
  private final ClassName contract;
  private final ClassName marshaller;
  private final GeneratedNames names;
  private final InvocationCode invocations;

  /** Writes the skeleton of a service. */
  public SkeletonWriter(ServiceModel service) {
    this.service = service;
    this.contract = JavaTypes.of(service.name());
    this.marshaller = JavaTypes.of(service.marshaller());
    this.names = new GeneratedNames(service);
    this.invocations = new InvocationCode(marshaller, names);
  }

  /** The whole class. */
  public TypeSpec write() {
    TypeSpec.Builder skeleton =
        TypeSpec.classBuilder(JavaTypes.of(service.skeleton()))
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(Library.SKELETON)
            .addJavadoc("Serves a {@link $T} to remote callers.\n", contract)
            .addField(contract, "implementation", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor())
            .addMethod(descriptor())
            .addMethod(read());
    if (service.setting().isPublic()) {
      skeleton.addModifiers(Modifier.PUBLIC);
    }
    return skeleton.build();
  }

  private MethodSpec constructor() {
    return MethodSpec.constructorBuilder()
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("Calls go to {@code implementation}, many at a time.\n")
        .addParameter(contract, "implementation")
        .addStatement("this.implementation = implementation")
        .build();
  }

  private MethodSpec descriptor() {
    return MethodSpec.methodBuilder("descriptor")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Library.SERVICE)
        .addStatement("return $T.$L", marshaller, names.service())
        .build();
  }

  private MethodSpec read() {
    if (service.methods().isEmpty()) {
      return reading().addStatement("throw $T.unimplemented(method)", Library.SERVER_CALLS).build();
    }
    CodeBlock.Builder branches = CodeBlock.builder().add("return switch (method.name()) {\n$>");
    for (MethodModel method : service.methods()) {
      branches.add("case $S -> {\n$>$L$<}\n", method.wireName(), invocations.of(method));
    }
    branches.addStatement("default -> throw $T.unimplemented(method)", Library.SERVER_CALLS);
    return reading().addCode(branches.add("$<};\n").build()).build();
  }

  private static MethodSpec.Builder reading() {
    return MethodSpec.methodBuilder("read")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(Library.INVOCATION)
        .addParameter(
            ParameterizedTypeName.get(Library.METHOD, WildcardTypeName.subtypeOf(Object.class)),
            "method")
        .addParameter(Library.PARSER, "in")
        .addException(ClassName.get(IOException.class));
  }
}
