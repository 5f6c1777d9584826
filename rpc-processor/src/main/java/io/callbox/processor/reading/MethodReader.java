package io.callbox.processor.reading;

import io.callbox.annotation.Durable;
import io.callbox.processor.model.MemberModel;
import io.callbox.processor.model.MemberModel.Rules;
import io.callbox.processor.model.MethodModel;
import io.callbox.processor.model.MethodModel.DurableTraits;
import io.callbox.processor.model.MethodModel.Traits;
import io.callbox.processor.model.ReturnShape;
import io.callbox.processor.model.TypeShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads validated methods. One for each service; for one thread. */
final class MethodReader {

  private final Mirrors mirrors;
  private final ShapeReader shapes;
  private final ExceptionReader exceptions;
  private final Nullness nullness;
  private final LocalNames localNames;

  MethodReader(
      Mirrors mirrors,
      ShapeReader shapes,
      ExceptionReader exceptions,
      Nullness nullness,
      LocalNames localNames) {
    this.mirrors = mirrors;
    this.shapes = shapes;
    this.exceptions = exceptions;
    this.nullness = nullness;
    this.localNames = localNames;
  }

  MethodModel read(ContractMethod method) {
    return new MethodModel(
        method.name(),
        method.wireName(),
        parameters(method),
        returns(method),
        exceptions.read(method.type().getThrownTypes()),
        new Traits(
            method.idempotent(),
            method.element().isVarArgs(),
            resultRequired(method),
            method.timeoutText().flatMap(TimeoutText::parse),
            method.tool(),
            method.durable().map(durable -> durable(method, durable)),
            Javadoc.of(method.element(), mirrors.elements())));
  }

  private static DurableTraits durable(ContractMethod method, Durable durable) {
    return new DurableTraits(
        DurationText.parse(durable.keep()).orElseThrow(),
        method.idempotent() ? durable.attempts() : 1,
        DurationText.parse(durable.timeout()).orElseThrow(),
        durable.sync());
  }

  private List<MemberModel> parameters(ContractMethod method) {
    LocalNames.Scope names = localNames.ofParameters();
    List<MemberModel> parameters = new ArrayList<>();
    for (ContractMethod.Parameter parameter : method.parameters()) {
      String name = names.of(parameter.name());
      boolean required = nullness.required(parameter.type(), List.of(parameter.element()));
      parameters.add(
          new MemberModel(
              name,
              parameter.wireName(),
              name,
              shapes.read(parameter.type()),
              Rules.of(required),
              parameter.wildcards()));
    }
    return parameters;
  }

  /**
   * Returns whether the result is never {@code null}. Annotations on a future do not concern its
   * value. No stream gives {@code null}. No stream gives {@code null}.
   */
  private boolean resultRequired(ContractMethod method) {
    if (method.streams()) {
      return true;
    }
    return method
        .result()
        .filter(result -> !method.future())
        .map(result -> nullness.required(result, List.of(method.element())))
        .orElse(false);
  }

  private ReturnShape returns(ContractMethod method) {
    Optional<TypeShape> result = method.result().map(shapes::read);
    if (method.oneWay()) {
      return new ReturnShape.OneWay();
    } else if (method.future()) {
      return new ReturnShape.Future(result);
    } else if (method.streams()) {
      return new ReturnShape.Items(result.orElseThrow(), method.pulled());
    }
    return result.<ReturnShape>map(ReturnShape.Value::new).orElseGet(ReturnShape.Nothing::new);
  }
}
