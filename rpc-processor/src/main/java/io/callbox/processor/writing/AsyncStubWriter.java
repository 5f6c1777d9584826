package io.callbox.processor.writing;

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

  static final String PUBLISHER = Marked.of(Flow.Publisher.class).toString();
  private static final String FUTURE = Marked.of(CompletableFuture.class).toString();

  private final ServiceModel service;
  private final StubParts parts;

  /** Writes the asynchronous stub of a service. */
  public AsyncStubWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.parts = new StubParts(service, names, service.asyncStub());
  }

  /** The whole class. */
  public Draft write() {
    TypeSpec.Builder stub =
        parts
            .begin()
            .addJavadoc(
                "Calls a remote {@link $T} without waiting. Safe for use by many threads.\n",
                JavaTypes.of(service.name()));
    service.methods().forEach(this::add);
    return parts.draft(stub);
  }

  private void add(MethodModel method) {
    String how = method.oneWay() ? "sendFuture" : method.streams() ? "publisher" : "future";
    parts.add(method, later(method.returns()), how);
  }

  private static String later(ReturnShape returns) {
    return returns instanceof ReturnShape.Items items
        ? PUBLISHER + '<' + TypeText.boxed(items.item()) + '>'
        : future(returns);
  }

  static String future(ReturnShape returns) {
    return FUTURE + '<' + TypeText.boxedResult(returns) + '>';
  }
}
