package io.callbox.processor.writing;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ReturnShape;
import io.callbox.processor.model.ServiceModel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/**
 * Writes {@code XAsyncStub}: the interface's methods, each of which returns a future or a
 * publisher.
 */
public final class AsyncStubWriter {

  private final ServiceModel service;
  private final StubParts parts;

  /** Writes the asynchronous stub of a service. */
  public AsyncStubWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.parts = new StubParts(service, names, service.asyncStub());
  }

  /** Writes the whole class. */
  public TypeSpec write() {
    TypeSpec.Builder stub =
        parts
            .begin()
            .addJavadoc(
                "Calls a remote {@link $T} without waiting. Safe for use by many threads.\n",
                JavaTypes.of(service.name()));
    service.methods().forEach(method -> stub.addMethod(method(method)));
    return stub.build();
  }

  private MethodSpec method(MethodModel method) {
    String how = method.oneWay() ? "sendFuture" : method.streams() ? "publisher" : "future";
    return parts
        .beginMethod(method)
        .returns(JavaTypes.written(later(method.returns())))
        .addStatement("return $L", parts.call(how, method))
        .build();
  }

  private static TypeName later(ReturnShape returns) {
    return returns instanceof ReturnShape.Items items
        ? ParameterizedTypeName.get(Marked.of(Flow.Publisher.class), JavaTypes.boxed(items.item()))
        : future(returns);
  }

  static TypeName future(ReturnShape returns) {
    return ParameterizedTypeName.get(
        Marked.of(CompletableFuture.class), JavaTypes.boxedResult(returns));
  }
}
