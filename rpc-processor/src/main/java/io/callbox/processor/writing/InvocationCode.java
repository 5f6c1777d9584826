package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ReturnShape;

/** Writes the methods of a skeleton that turn parameters into a call of the implementation. */
final class InvocationCode {

  private static final String LAMBDA = "return responder ->";

  private final ClassName marshaller;
  private final GeneratedNames names;

  InvocationCode(ClassName marshaller, GeneratedNames names) {
    this.marshaller = marshaller;
    this.names = names;
  }

  /** The branch for a method: the marshaller reads its parameters, and gives them to the other. */
  String branch(MethodModel method) {
    return marshaller + ".read" + names.params(method) + "(in, this)";
  }

  /** A method {@code callMultiply(int a, int b)}. */
  void add(MethodModel method, Row row) {
    String name = " call" + names.call(method);
    row.next()
        .add(0, Library.INVOCATION + name + Heads.read(method.parameters()) + " {\n")
        .add(1, invocation(method))
        .add(0, "}\n");
  }

  private String invocation(MethodModel method) {
    String variables = Lines.variables(method.parameters());
    String call = "implementation." + method.name() + '(' + variables + ')';
    ReturnShape returns = method.returns();
    if (returns.result().isPresent()) {
      String result =
          names.resultConstant(returns.result().get(), method.traits().resultRequired());
      String answer = marshaller + "." + result + '.' + answer(returns);
      return LAMBDA + "\n    " + answer + "(responder," + FilledText.SPACE + call + ");\n";
    } else if (returns instanceof ReturnShape.Future) {
      String answer = Library.SERVER_CALLS + ".whenComplete(";
      return LAMBDA + "\n    " + answer + call + ',' + FilledText.SPACE + "responder);\n";
    }
    return LAMBDA + " {\n  " + call + ";\n  responder.succeed();\n};\n";
  }

  private static String answer(ReturnShape returns) {
    if (returns instanceof ReturnShape.Future) {
      return "whenComplete";
    }
    return returns instanceof ReturnShape.Items ? "stream" : "succeed";
  }
}
