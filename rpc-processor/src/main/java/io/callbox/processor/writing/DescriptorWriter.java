package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import io.callbox.annotation.Sync;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.MethodModel.DurableTraits;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.TypeShape;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the constants that describe a service and its methods at run time. */
final class DescriptorWriter {

  private final ServiceModel service;
  private final MarshallerScope scope;

  DescriptorWriter(ServiceModel service, MarshallerScope scope) {
    this.service = service;
    this.scope = scope;
  }

  /** Adds a constant for each method, and one for the service. */
  void addTo(Constants constants) {
    service.methods().forEach(method -> add(constants, method));
    CodeBlock.Builder methods = CodeBlock.builder();
    service.methods().forEach(method -> methods.add(",$W$L", scope.names().constant(method)));
    constants.add(
        Library.SERVICE,
        scope.names().service(),
        CodeBlock.of("$T.of($S$L)", Library.SERVICE, service.wireName(), methods.build()));
  }

  private void add(Constants constants, MethodModel method) {
    constants.add(
        ParameterizedTypeName.get(Library.METHOD, JavaTypes.boxedResult(method.returns())),
        scope.names().constant(method),
        CodeBlock.of(
            "$T.named($S, $S)$>$>$L$<$<",
            Library.METHOD,
            service.wireName(),
            method.wireName(),
            details(method)));
  }

  private String details(MethodModel method) {
    StringBuilder code = new StringBuilder();
    if (method.traits().idempotent()) {
      code.append("\n.idempotent()");
    }
    if (method.oneWay()) {
      code.append("\n.oneWay()");
    }
    if (method.streams()) {
      code.append("\n.streaming()");
    }
    method.traits().timeout().ifPresent(timeout -> add(code, "timeout", duration(timeout)));
    method.traits().durable().ifPresent(durable -> add(code, "durable", policy(durable)));
    if (!method.exceptions().isEmpty()) {
      String exceptions =
          method.exceptions().stream()
              .map(scope.names()::constant)
              .collect(Collectors.joining(", "));
      add(code, "exceptions", exceptions);
    }
    Optional<TypeShape> result = method.returns().result();
    if (result.isPresent()) {
      boolean required = method.traits().resultRequired();
      add(code, "returning", scope.names().resultConstant(result.get(), required));
    } else {
      code.append("\n.returningNothing()");
    }
    return code.toString();
  }

  private static void add(StringBuilder code, String method, String argument) {
    code.append("\n.").append(method).append('(').append(argument).append(')');
  }

  private static String policy(DurableTraits durable) {
    String sync =
        durable.sync() == Sync.NONE ? "" : ", " + Marked.of(Sync.class) + "." + durable.sync();
    String runs = duration(durable.keep()) + ", " + durable.attempts();
    String timeout = duration(durable.timeout());
    return "new " + Library.DURABLE_POLICY + "(" + runs + ", " + timeout + sync + ")";
  }

  private static String duration(Duration timeout) {
    return timeout.toMillisPart() == 0
        ? Marked.of(Duration.class) + ".ofSeconds(" + timeout.toSeconds() + ")"
        : Marked.of(Duration.class) + ".ofMillis(" + timeout.toMillis() + ")";
  }
}
