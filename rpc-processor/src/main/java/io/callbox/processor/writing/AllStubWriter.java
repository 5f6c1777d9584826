package io.callbox.processor.writing;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;

/**
 * Writes {@code XAllStub}: the interface's methods, each of which returns the replies of all
 * providers.
 */
public final class AllStubWriter {

  private final ServiceModel service;
  private final StubParts parts;

  /** Writes the stub that calls all providers of a service. */
  public AllStubWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.parts = new StubParts(service, names, service.allStub());
  }

  /** Writes the whole class. */
  public TypeSpec write() {
    TypeSpec.Builder stub =
        parts
            .begin()
            .addJavadoc(
                "Calls all that provide a {@link $T}. Safe for use by many threads.\n",
                JavaTypes.of(service.name()));
    service.methodsToAll().forEach(method -> stub.addMethod(method(method)));
    return stub.build();
  }

  private MethodSpec method(MethodModel method) {
    return parts
        .beginMethod(method)
        .returns(JavaTypes.written(replies(method)))
        .addStatement("return $L", parts.call("all", method))
        .build();
  }

  private static TypeName replies(MethodModel method) {
    return ParameterizedTypeName.get(Library.REPLIES, JavaTypes.boxedResult(method.returns()));
  }
}
