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
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes {@code XSkeleton}: a switch on the method's name that calls the implementation. */
public final class SkeletonWriter {

  private final ServiceModel service;
  private final ClassName contract;
  private final ClassName marshaller;
  private final GeneratedNames names;
  private final InvocationCode invocations;

  /** Writes the skeleton of a service. */
  public SkeletonWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.contract = JavaTypes.of(service.name());
    this.marshaller = JavaTypes.of(service.marshaller());
    this.names = names;
    this.invocations = new InvocationCode(marshaller, names);
  }

  /** Writes the whole class. */
  public TypeSpec write() {
    TypeSpec.Builder skeleton =
        TypeSpec.classBuilder(JavaTypes.of(service.skeleton()))
            .addModifiers(Modifier.FINAL)
            .addSuperinterface(Library.SKELETON)
            .addJavadoc("Serves a {@link $T} to remote callers.\n", contract)
            .addField(contract, "implementation", Modifier.PRIVATE, Modifier.FINAL)
            .addMethod(constructor())
            .addMethod(descriptor())
            .addMethods(read());
    service.methods().forEach(method -> skeleton.addMethod(invocations.of(method)));
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
        .addAnnotation(Library.OVERRIDE)
        .addModifiers(Modifier.PUBLIC)
        .returns(Library.SERVICE)
        .addStatement("return $T.$L", marshaller, names.service())
        .build();
  }

  /** Returns a method with a switch, and as many more as the methods of the service need. */
  private List<MethodSpec> read() {
    List<List<MethodModel>> chunks = Chunks.of(service.methods());
    List<MethodSpec> methods = new ArrayList<>();
    for (int at = 0; at < chunks.size(); at++) {
      CodeBlock otherwise =
          at + 1 < chunks.size()
              ? CodeBlock.of("$L(method, in)", Chunks.method("read", at + 1))
              : CodeBlock.of("throw $T.unimplemented(method)", Library.SERVER_CALLS);
      methods.add(reading(at).addCode(read(chunks.get(at), otherwise)).build());
    }
    return methods;
  }

  private CodeBlock read(List<MethodModel> some, CodeBlock otherwise) {
    if (some.isEmpty()) {
      return CodeBlock.of("$L;\n", otherwise);
    }
    CodeBlock.Builder branches = CodeBlock.builder().add("return switch (method.name()) {\n$>");
    for (MethodModel method : some) {
      String branch = " -> " + invocations.branch(method) + ";\n";
      branches.add("case $S$L", method.wireName(), branch);
    }
    return branches.addStatement("default -> $L", otherwise).add("$<};\n").build();
  }

  private static MethodSpec.Builder reading(int number) {
    MethodSpec.Builder method = MethodSpec.methodBuilder(Chunks.method("read", number));
    if (number == 0) {
      method.addAnnotation(Library.OVERRIDE).addModifiers(Modifier.PUBLIC);
    } else {
      method.addModifiers(Modifier.PRIVATE);
    }
    return method
        .returns(Library.INVOCATION)
        .addParameter(
            ParameterizedTypeName.get(Library.METHOD, WildcardTypeName.subtypeOf(Object.class)),
            "method")
        .addParameter(Library.PARSER, "in")
        .addException(Library.IO_EXCEPTION);
  }
}
