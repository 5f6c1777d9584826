package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.ExceptionModel;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ReturnShape;
import io.callbox.processor.model.ServiceModel;
import java.util.concurrent.Flow;
import java.util.stream.Stream;

/** Writes {@code XStub}, which implements the interface: each method is one call that waits. */
public final class StubWriter {

  private final ServiceModel service;
  private final StubParts parts;

  /** Writes the blocking stub of a service. */
  public StubWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.parts = new StubParts(service, names, service.stub());
  }

  /** Writes the whole class. */
  public TypeSpec write() {
    ClassName contract = JavaTypes.of(service.name());
    TypeSpec.Builder stub =
        parts
            .begin()
            .addSuperinterface(contract)
            .addJavadoc(
                "Calls a remote {@link $T} and waits for it. Safe for use by many threads.\n",
                contract);
    service.methods().forEach(method -> stub.addMethod(method(method)));
    return stub.build();
  }

  private MethodSpec method(MethodModel method) {
    MethodSpec.Builder begun =
        parts
            .beginMethod(method)
            .addAnnotation(Library.OVERRIDE)
            .returns(JavaTypes.written(returned(method.returns())));
    ReturnShape returns = method.returns();
    if (returns instanceof ReturnShape.OneWay) {
      begun.addStatement(parts.call("send", method));
    } else if (returns instanceof ReturnShape.Future) {
      begun.addStatement("return $L", parts.call("future", method));
    } else if (returns instanceof ReturnShape.Items items) {
      begun.addStatement("return $L", parts.call(items.pulled() ? "stream" : "publisher", method));
    } else if (returns instanceof ReturnShape.Nothing) {
      begun.addStatement(parts.call("await", method));
    } else {
      begun.addStatement("return $L", parts.call("await", method));
    }
    for (ExceptionModel exception : method.exceptions()) {
      begun.addException(JavaTypes.of(exception.type()));
    }
    return begun.build();
  }

  private static TypeName returned(ReturnShape returns) {
    if (returns instanceof ReturnShape.Future) {
      return AsyncStubWriter.future(returns);
    }
    if (returns instanceof ReturnShape.Items items) {
      return ParameterizedTypeName.get(
          Marked.of(items.pulled() ? Stream.class : Flow.Publisher.class),
          JavaTypes.boxed(items.item()));
    }
    return returns.result().map(JavaTypes::of).orElse(TypeName.VOID);
  }
}
