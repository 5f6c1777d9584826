package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ReturnShape;
import java.util.stream.Collectors;

/** Code that reads the parameters of a method and yields what calls the implementation. */
final class InvocationCode {

  private final ClassName marshaller;
  private final GeneratedNames names;

  InvocationCode(ClassName marshaller, GeneratedNames names) {
    this.marshaller = marshaller;
    this.names = names;
  }

  CodeBlock of(MethodModel method) {
    String assigned = method.parameters().isEmpty() ? "" : "var params = ";
    return CodeBlock.builder()
        .addStatement("$L$T.read$L(in)", assigned, marshaller, names.params(method))
        .add(invocation(method))
        .build();
  }

  private CodeBlock invocation(MethodModel method) {
    CodeBlock call = call(method);
    ReturnShape returns = method.returns();
    if (returns instanceof ReturnShape.Future future) {
      CodeBlock writer =
          future.result().isEmpty() ? CodeBlock.of("") : CodeBlock.of(",\n$L", writer(method));
      return CodeBlock.of(
          "yield responder ->\n$>$>$T.whenComplete(\n$>$>$L,\nresponder$L);\n$<$<$<$<",
          Library.SERVER_CALLS,
          call,
          writer);
    } else if (returns instanceof ReturnShape.Items) {
      return CodeBlock.of(
          "yield responder ->\n$>$>$T.stream(\n$>$>$L,\nresponder,\n$L);\n$<$<$<$<",
          Library.SERVER_CALLS,
          call,
          writer(method));
    } else if (returns instanceof ReturnShape.Value) {
      return CodeBlock.of(
          "yield responder ->\n$>$>responder.succeed(\n$>$>$L,\n$L);\n$<$<$<$<",
          call,
          writer(method));
    }
    return CodeBlock.of("yield responder -> {\n$>$L;\nresponder.succeed();\n$<};\n", call);
  }

  private CodeBlock writer(MethodModel method) {
    return CodeBlock.of("$T::write$L", marshaller, names.result(method));
  }

  private static CodeBlock call(MethodModel method) {
    String arguments =
        method.parameters().stream()
            .map(MemberModel::name)
            .map(name -> "params." + name + "()")
            .collect(Collectors.joining(", "));
    return CodeBlock.of("implementation.$L($L)", method.name(), arguments);
  }
}
