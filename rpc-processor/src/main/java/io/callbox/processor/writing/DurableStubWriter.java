package io.callbox.processor.writing;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.callbox.annotation.Sync;
import io.callbox.processor.model.GeneratedNames;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.Modifier;

/**
 * Writes {@code XDurableStub}: the interface's durable methods, each of which returns a handle, and
 * for each a second method that returns the handle of an earlier call.
 */
public final class DurableStubWriter {

  private final ServiceModel service;
  private final StubParts parts;
  private final ClassName stub;

  /** Writes the durable stub of a service that has durable methods. */
  public DurableStubWriter(ServiceModel service, GeneratedNames names) {
    this.service = service;
    this.parts = new StubParts(service, names, service.durableStub());
    this.stub = JavaTypes.of(service.durableStub());
  }

  /** Writes the whole class. */
  public TypeSpec write() {
    TypeSpec.Builder type =
        parts
            .begin(Library.DURABLE_OPTIONS, "A copy of whose calls each run may take this long.\n")
            .addJavadoc(
                "Submits durable calls of a remote {@link $T}. Safe for use by many threads.\n",
                JavaTypes.of(service.name()));
    type.addMethod(
        copy("withId", String.class, "id", "withId", "A copy whose calls have this id.\n"));
    type.addMethod(
        copy(
            "orFail",
            "orFailing",
            "A copy whose calls fail if their id is taken, rather than join the other.\n"));
    type.addMethod(
        copy("after", Duration.class, "delay", "after", "A copy whose calls wait this long.\n"));
    type.addMethod(
        copy("at", Instant.class, "time", "at", "A copy whose calls wait until this time.\n"));
    type.addMethod(
        copy(
            "withSync",
            Sync.class,
            "sync",
            "withSync",
            "A copy whose calls have to be there before their submission is answered.\n"));
    type.addMethod(
        copy(
            "async",
            "submittingAsync",
            "A copy whose methods return at once: their handles tell when the call is accepted.\n"));
    Map<String, Long> uses = new HashMap<>();
    service.durableMethods().forEach(method -> uses.merge(method.name(), 1L, Long::sum));
    for (MethodModel method : service.durableMethods()) {
      boolean overloaded = uses.getOrDefault(method.name(), 1L) > 1;
      type.addMethod(submit(method));
      type.addMethod(attach(method, overloaded ? method.wireName() : method.name()));
    }
    return type.build();
  }

  private MethodSpec copy(String name, Class<?> type, String parameter, String with, String says) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(says)
        .addParameter(Marked.of(type), parameter)
        .returns(stub)
        .addStatement("return new $T(channel, options.$L($L))", stub, with, parameter)
        .build();
  }

  private MethodSpec copy(String name, String with, String says) {
    return MethodSpec.methodBuilder(name)
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc(says)
        .returns(stub)
        .addStatement("return new $T(channel, options.$L())", stub, with)
        .build();
  }

  private MethodSpec submit(MethodModel method) {
    return parts
        .beginMethod(method)
        .returns(handle(method))
        .addStatement("return $L", parts.call("submit", method))
        .build();
  }

  private MethodSpec attach(MethodModel method, String name) {
    return MethodSpec.methodBuilder("attach" + Words.pascal(name))
        .addModifiers(Modifier.PUBLIC)
        .addJavadoc("The call of {@code $L} that has this id.\n", method.name())
        .addParameter(Library.STRING, "id")
        .returns(handle(method))
        .addStatement("return $L.attach(channel, id)", parts.descriptor(method))
        .build();
  }

  private static TypeName handle(MethodModel method) {
    return ParameterizedTypeName.get(Library.CALL_HANDLE, JavaTypes.boxedResult(method.returns()));
  }
}
