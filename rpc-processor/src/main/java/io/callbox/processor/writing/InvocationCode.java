package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ReturnShape;

/** Writes the methods of a skeleton that turn parameters into a call of the implementation. */
final class InvocationCode {

  private final ClassName marshaller;
  private final GeneratedNames names;

  InvocationCode(ClassName marshaller, GeneratedNames names) {
    this.marshaller = marshaller;
    this.names = names;
  }

  /** The branch for a method: the marshaller reads its parameters, and gives them to the other. */
  CodeBlock branch(MethodModel method) {
    return CodeBlock.of("$T.read$L(in, this)", marshaller, names.params(method));
  }

  /** A method {@code callMultiply(int a, int b)}. */
  MethodSpec of(MethodModel method) {
    MethodSpec.Builder call =
        MethodSpec.methodBuilder("call" + names.call(method)).returns(Library.INVOCATION);
    for (MemberModel parameter : method.parameters()) {
      call.addParameter(JavaTypes.of(parameter.shape()), parameter.name());
    }
    return call.addCode(invocation(method)).build();
  }

  private CodeBlock invocation(MethodModel method) {
    CodeBlock call =
        CodeBlock.of("implementation.$L($L)", method.name(), Lines.variables(method.parameters()));
    ReturnShape returns = method.returns();
    if (returns.result().isPresent()) {
      return CodeBlock.of(
          "return responder ->\n$>$>$T.$L.$L(responder,$W$L);\n$<$<",
          marshaller,
          names.resultConstant(returns.result().get(), method.traits().resultRequired()),
          answer(returns),
          call);
    } else if (returns instanceof ReturnShape.Future) {
      return CodeBlock.of(
          "return responder ->\n$>$>$T.whenComplete($L,$Wresponder);\n$<$<",
          Library.SERVER_CALLS,
          call);
    }
    return CodeBlock.of("return responder -> {\n$>$L;\nresponder.succeed();\n$<};\n", call);
  }

  private static String answer(ReturnShape returns) {
    if (returns instanceof ReturnShape.Future) {
      return "whenComplete";
    }
    return returns instanceof ReturnShape.Items ? "stream" : "succeed";
  }
}
