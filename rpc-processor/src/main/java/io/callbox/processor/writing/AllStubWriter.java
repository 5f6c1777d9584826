package io.callbox.processor.writing;

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

  /** The whole class. */
  public Draft write() {
    TypeSpec.Builder stub =
        parts
            .begin()
            .addJavadoc(
                "Calls all that provide a {@link $T}. Safe for use by many threads.\n",
                JavaTypes.of(service.name()));
    service.methodsToAll().forEach(method -> parts.add(method, replies(method), "all"));
    return parts.draft(stub);
  }

  private static String replies(MethodModel method) {
    return Library.REPLIES + "<" + TypeText.boxedResult(method.returns()) + '>';
  }
}
