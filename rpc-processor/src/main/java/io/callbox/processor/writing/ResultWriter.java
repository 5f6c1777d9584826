package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.TypeShape;
import java.util.Objects;

/** Writes the methods that marshal the result of each method with a result. */
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
    WriteCode writing = new WriteCode(scope);
    ReadCode reading = new ReadCode(scope);
    boolean required = method.traits().resultRequired();
    CodeBlock write =
        required
            ? writing.write(
                result, CodeBlock.of("$T.requireNonNull(result, $S)", Objects.class, "the result"))
            : writing.writeNullable(result, CodeBlock.of("result"));
    CodeBlock read = required ? reading.read(result) : reading.readNullable(result);
    marshaller.addMethod(
        MarshallerMethods.writing(suffix).addParameter(type, "result").addStatement(write).build());
    marshaller.addMethod(
        MarshallerMethods.reading(suffix, type).addStatement("return $L", read).build());
  }
}
