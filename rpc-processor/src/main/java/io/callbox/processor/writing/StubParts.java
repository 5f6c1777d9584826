package io.callbox.processor.writing;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.ArrayShape;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.JavaName;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import java.time.Duration;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the common parts of a service's stubs: fields, constructors, copies, and the calls. */
final class StubParts {

  private final ServiceModel service;
  private final GeneratedNames names;
  private final ClassName stub;
  private final ClassName marshaller;

  /**
   * Creates the parts of a stub.
   *
   * @param names the marshaller's names
   */
  StubParts(ServiceModel service, GeneratedNames names, JavaName stub) {
    this.service = service;
    this.names = names;
    this.stub = JavaTypes.of(stub);
    this.marshaller = JavaTypes.of(service.marshaller());
  }

  TypeSpec.Builder begin() {
    return begin(Library.OPTIONS, "A copy whose calls end after this time.\n");
  }

  /**
   * Does the same for calls that have options of this type.
   *
   * @param timeoutSays the Javadoc of a copy with a timeout
   */
  TypeSpec.Builder begin(ClassName options, String timeoutSays) {
    TypeSpec.Builder type = TypeSpec.classBuilder(stub).addModifiers(Modifier.FINAL);
    if (service.setting().isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    return type.addField(Library.CHANNEL, "channel", Modifier.PRIVATE, Modifier.FINAL)
        .addField(options, "options", Modifier.PRIVATE, Modifier.FINAL)
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Calls go through {@code channel}.\n")
                .addParameter(Library.CHANNEL, "channel")
                .addStatement("this(channel, $T.DEFAULT)", options)
                .build())
        .addMethod(
            MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PRIVATE)
                .addParameter(Library.CHANNEL, "channel")
                .addParameter(options, "options")
                .addStatement("this.channel = channel")
                .addStatement("this.options = options")
                .build())
        .addMethod(withTimeout(timeoutSays))
        .addMethod(withHeader());
  }

  private MethodSpec withTimeout(String says) {
    return MethodSpec.methodBuilder("withTimeout")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(says)
        .addParameter(Marked.of(Duration.class), "timeout")
        .returns(stub)
        .addStatement("return new $T(channel, options.withTimeout(timeout))", stub)
        .build();
  }

  private MethodSpec withHeader() {
    return MethodSpec.methodBuilder("withHeader")
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("A copy whose calls carry this header.\n")
        .addParameter(Library.STRING, "name")
        .addParameter(Library.STRING, "value")
        .returns(stub)
        .addStatement("return new $T(channel, options.withHeader(name, value))", stub)
        .build();
  }

  MethodSpec.Builder beginMethod(MethodModel method) {
    MethodSpec.Builder begun =
        MethodSpec.methodBuilder(method.name()).addModifiers(Modifier.PUBLIC);
    for (MemberModel parameter : method.parameters()) {
      begun.addParameter(
          ParameterSpec.builder(
                  JavaTypes.written(JavaTypes.of(parameter.shape(), parameter.wildcards())),
                  parameter.name())
              .build());
    }
    if (pollutesHeap(method)) {
      begun.addAnnotation(
          AnnotationSpec.builder(Marked.of(SuppressWarnings.class))
              .addMember("value", "$S", "unchecked")
              .build());
    }
    return begun.varargs(method.traits().varargs());
  }

  /**
   * Returns whether a method needs a suppression: compilers warn of generic arrays at the
   * declaration of a varargs method.
   */
  private static boolean pollutesHeap(MethodModel method) {
    List<MemberModel> parameters = method.parameters();
    return method.traits().varargs()
        && parameters.get(parameters.size() - 1).shape() instanceof ArrayShape array
        && JavaTypes.isGeneric(array.component());
  }

  /** Returns a call of a method's description, by one of the methods that it has for stubs. */
  CodeBlock call(String how, MethodModel method) {
    return CodeBlock.of(
        "$L(\nchannel,$W$L,$Woptions)", descriptor(method) + "." + how, arguments(method));
  }

  /** Returns the constant that describes a method. */
  String descriptor(MethodModel method) {
    return marshaller + "." + names.constant(method);
  }

  private CodeBlock arguments(MethodModel method) {
    if (method.parameters().isEmpty()) {
      return CodeBlock.of("$L", Library.PARAMS_WRITER + ".NONE");
    }
    String call = marshaller + ".paramsOf" + names.call(method) + "(";
    return CodeBlock.of("$L$L)", call, Lines.variables(method.parameters()));
  }
}
