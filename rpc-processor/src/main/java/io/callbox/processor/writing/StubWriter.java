package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ReturnShape;
import io.callbox.processor.model.ServiceModel;
import java.util.stream.Stream;

/** Writes {@code XStub}, which implements the interface: each method is one call that waits. */
public final class StubWriter {

  private static final String STREAM = Marked.of(Stream.class).toString();

  private final ServiceModel service;
  private final StubParts parts;

  /** Writes the blocking stub of a service. */
  public StubWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.parts = new StubParts(service, names, service.stub());
  }

  /** The whole class. */
  public Draft write() {
    ClassName contract = JavaTypes.of(service.name());
    TypeSpec.Builder stub =
        parts
            .begin()
            .addSuperinterface(contract)
            .addJavadoc(
                "Calls a remote {@link $T} and waits for it. Safe for use by many threads.\n",
                contract);
    service.methods().forEach(this::add);
    return parts.draft(stub);
  }

  private void add(MethodModel method) {
    ReturnShape returns = method.returns();
    if (returns instanceof ReturnShape.OneWay) {
      parts.addOverride(method, "void", "send");
    } else if (returns instanceof ReturnShape.Future) {
      parts.addOverride(method, AsyncStubWriter.future(returns), "future");
    } else if (returns instanceof ReturnShape.Items items) {
      String type = items.pulled() ? STREAM : AsyncStubWriter.PUBLISHER;
      String how = items.pulled() ? "stream" : "publisher";
      parts.addOverride(method, type + '<' + TypeText.boxed(items.item()) + '>', how);
    } else {
      parts.addOverride(method, returns.result().map(TypeText::of).orElse("void"), "await");
    }
  }
}
