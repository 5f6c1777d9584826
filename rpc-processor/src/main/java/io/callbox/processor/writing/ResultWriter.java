package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.TypeShape;

/** Writes what marshals the result of each method that has one. */
final class ResultWriter {

  private final MarshallerScope scope;

  ResultWriter(MarshallerScope scope) {
    this.scope = scope;
  }

  void addTo(TypeSpec.Builder marshaller, MethodModel method) {
    method.returns().result().ifPresent(result -> addTo(marshaller, method, result));
  }

  private void addTo(TypeSpec.Builder marshaller, MethodModel method, TypeShape result) {
    String suffix = scope.names().result(method);
    TypeName type = JavaTypes.of(result);
    CodeBlock write = new WriteCode(scope).writeNullable(result, CodeBlock.of("result"));
    CodeBlock read = new ReadCode(scope).readNullable(result);
    marshaller.addMethod(
        MarshallerMethods.writing(suffix).addParameter(type, "result").addStatement(write).build());
    marshaller.addMethod(
        MarshallerMethods.reading(suffix, type).addStatement("return $L", read).build());
  }
}
