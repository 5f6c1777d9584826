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

  /**
   * Returns the branch for a method: the marshaller reads its parameters, and passes them to the
   * method that {@link #of} returns.
   */
  String branch(MethodModel method) {
    return marshaller + ".read" + names.params(method) + "(in, this)";
  }

  /** Returns a method {@code callMultiply(int a, int b)}. */
  MethodSpec of(MethodModel method) {
    MethodSpec.Builder call =
        MethodSpec.methodBuilder("call" + names.call(method)).returns(Library.INVOCATION);
    for (MemberModel parameter : method.parameters()) {
      call.addParameter(JavaTypes.written(JavaTypes.of(parameter.shape())), parameter.name());
    }
    return call.addCode(invocation(method)).build();
  }

  private CodeBlock invocation(MethodModel method) {
    String call = "implementation." + method.name() + "(";
    CodeBlock variables = Lines.variables(method.parameters());
    ReturnShape returns = method.returns();
    if (returns.result().isPresent()) {
      String result =
          names.resultConstant(returns.result().get(), method.traits().resultRequired());
      return CodeBlock.of(
          "return responder ->\n$>$>$L$W$L$L));\n$<$<",
          marshaller + "." + result + "." + answer(returns) + "(responder,",
          call,
          variables);
    } else if (returns instanceof ReturnShape.Future) {
      return CodeBlock.of(
          "return responder ->\n$>$>$L$L),$Wresponder);\n$<$<",
          Library.SERVER_CALLS + ".whenComplete(" + call,
          variables);
    }
    return CodeBlock.of(
        "return responder -> {\n$>$L$L);\nresponder.succeed();\n$<};\n", call, variables);
  }

  private static String answer(ReturnShape returns) {
    if (returns instanceof ReturnShape.Future) {
      return "whenComplete";
    }
    return returns instanceof ReturnShape.Items ? "stream" : "succeed";
  }
}
