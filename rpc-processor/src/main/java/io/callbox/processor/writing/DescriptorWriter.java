package io.callbox.processor.writing;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import io.callbox.annotation.Sync;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.MethodModel.DurableTraits;
import io.callbox.processor.model.ServiceModel;
import io.callbox.processor.model.TypeShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$S", service.wireName()));
    service
        .methods()
        .forEach(method -> arguments.add(CodeBlock.of("$L", scope.names().constant(method))));
    constants.add(
        Library.SERVICE,
        scope.names().service(),
        CodeBlock.of("$T.of($L)", Library.SERVICE, Lines.wrapped(arguments)));
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

  private CodeBlock details(MethodModel method) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (method.traits().idempotent()) {
      code.add("\n.idempotent()");
    }
    if (method.oneWay()) {
      code.add("\n.oneWay()");
    }
    if (method.streams()) {
      code.add("\n.streaming()");
    }
    method.traits().timeout().ifPresent(timeout -> code.add("\n.timeout($L)", duration(timeout)));
    method.traits().durable().ifPresent(durable -> code.add("\n.durable($L)", policy(durable)));
    if (!method.exceptions().isEmpty()) {
      String exceptions =
          method.exceptions().stream()
              .map(scope.names()::constant)
              .collect(Collectors.joining(", "));
      code.add("\n.exceptions($L)", exceptions);
    }
    Optional<TypeShape> result = method.returns().result();
    return result.isEmpty()
        ? code.add("\n.returningNothing()").build()
        : code.add(
                "\n.returning($L)",
                scope.names().resultConstant(result.get(), method.traits().resultRequired()))
            .build();
  }

  private static CodeBlock policy(DurableTraits durable) {
    CodeBlock sync =
        durable.sync() == Sync.NONE
            ? CodeBlock.of("")
            : CodeBlock.of(", $T.$L", Marked.of(Sync.class), durable.sync());
    return CodeBlock.of(
        "new $T($L, $L, $L$L)",
        Library.DURABLE_POLICY,
        duration(durable.keep()),
        durable.attempts(),
        duration(durable.timeout()),
        sync);
  }

  private static CodeBlock duration(Duration timeout) {
    return timeout.toMillisPart() == 0
        ? CodeBlock.of("$T.ofSeconds($L)", Marked.of(Duration.class), timeout.toSeconds())
        : CodeBlock.of("$T.ofMillis($L)", Marked.of(Duration.class), timeout.toMillis());
  }
}
