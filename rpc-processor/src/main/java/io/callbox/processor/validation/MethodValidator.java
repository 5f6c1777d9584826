package io.callbox.processor.validation;

import io.callbox.annotation.OneWay;
import io.callbox.annotation.RemoteMethod;
import io.callbox.processor.reading.ContractMethod;
import io.callbox.processor.reading.Mirrors;
import io.callbox.processor.reading.TimeoutText;
import io.callbox.processor.reading.TypeForms;
import java.util.List;
import java.util.Map;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/** Validates remote methods, each by itself. */
final class MethodValidator {

  private static final Map<String, String> OF_STUBS =
      Map.of(
          "withTimeout", "(java.time.Duration)",
          "withHeader", "(java.lang.String,java.lang.String)",
          "clone", "()",
          "finalize", "()");
  private static final int MOST_SLOTS = 250;
  private static final String CONTINUATION = "kotlin.coroutines.Continuation";

  private final ValidationReport report;
  private final TypeValidator types;
  private final ExceptionValidator exceptions;
  private final ForeignAnnotations annotations;
  private final DurableValidator durables;

  MethodValidator(Mirrors mirrors, TypeElement service, TypeForms forms, ValidationReport report) {
    this.report = report;
    this.types = new TypeValidator(mirrors, service, forms, report);
    this.exceptions = new ExceptionValidator(mirrors, service, forms, report);
    this.durables = new DurableValidator(report);
    this.annotations = new ForeignAnnotations(report);
  }

  void validate(ContractMethod method) {
    if (isSuspendFunction(method)) {
      report.add(
          ProblemCode.SUSPEND_FUNCTION,
          method.element(),
          method.name()
              + " is a suspend function, which only Kotlin can call; return a CompletableFuture,"
              + " and await() it");
      return;
    }
    if (!method.element().getTypeParameters().isEmpty()) {
      report.add(
          ProblemCode.GENERIC_METHOD,
          method.element(),
          method.name()
              + " has type parameters, which a call cannot carry; name the types themselves");
      return;
    }
    if (!SourceVersion.isName(method.name())) {
      report.add(
          ProblemCode.UNSAYABLE_NAME,
          method.element(),
          "'"
              + method.name()
              + "' is no name in Java, so that generated code cannot implement it; choose another, or"
              + " if it is of Kotlin's value classes, take and return what they hold");
      return;
    }
    validateTraits(method);
    validateNumber(method);
    annotations.validate(method.element());
    method.parameters().forEach(parameter -> annotations.validate(parameter.element()));
    method.parameters().forEach(this::validateParameter);
    method.result().ifPresent(result -> types.validate(result, Place.ofResult(method.element())));
    exceptions.validate(method);
    durables.validate(method);
  }

  private static boolean isSuspendFunction(ContractMethod method) {
    List<ContractMethod.Parameter> parameters = method.parameters();
    return !parameters.isEmpty()
        && Mirrors.is(parameters.get(parameters.size() - 1).type(), CONTINUATION);
  }

  /**
   * Validates the number of parameters. A stub passes all of them to a lambda, which accepts fewer
   * than a method.
   */
  private void validateNumber(ContractMethod method) {
    int slots = 0;
    for (ContractMethod.Parameter parameter : method.parameters()) {
      TypeKind kind = parameter.type().getKind();
      slots += kind == TypeKind.LONG || kind == TypeKind.DOUBLE ? 2 : 1;
    }
    if (slots > MOST_SLOTS) {
      report.add(
          ProblemCode.TOO_MANY_MEMBERS,
          method.element(),
          method.name()
              + " has more than "
              + MOST_SLOTS
              + " parameters, of which each long and double counts twice; put some together in a"
              + " record");
    }
  }

  private void validateParameter(ContractMethod.Parameter parameter) {
    types.validate(parameter.type(), new Place(parameter.element(), parameter.name()));
  }

  private void validateTraits(ContractMethod method) {
    method
        .timeoutText()
        .filter(text -> TimeoutText.parse(text).isEmpty())
        .ifPresent(
            text ->
                report.add(
                    ProblemCode.BAD_TIMEOUT,
                    method.element(),
                    RemoteMethod.class,
                    "'"
                        + text
                        + "' is no timeout; write a whole number above 0 and one of ms, s, m, h,"
                        + " for example 250ms or 2s"));
    String ofStub = OF_STUBS.get(method.name());
    if (ofStub != null && method.signature().equals(method.name() + ofStub)) {
      report.add(
          ProblemCode.RESERVED_METHOD,
          method.element(),
          "a stub has a method "
              + method.signature()
              + " itself; call this one something else, and keep its name on the wire with"
              + " @RemoteMethod(name = …) if others call it already");
    }
    if (method.oneWay()) {
      validateOneWay(method);
    }
  }

  private void validateOneWay(ContractMethod method) {
    if (method.type().getReturnType().getKind() != TypeKind.VOID) {
      report.add(
          ProblemCode.ONE_WAY_RESULT,
          method.element(),
          OneWay.class,
          method.name() + " has no reply that could carry a result; return void, or drop @OneWay");
    }
    if (!method.type().getThrownTypes().isEmpty()) {
      report.add(
          ProblemCode.ONE_WAY_EXCEPTION,
          method.element(),
          OneWay.class,
          method.name()
              + " has no reply that could carry an exception; drop the throws clause, or @OneWay");
    }
  }
}
