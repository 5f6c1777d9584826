package io.callbox.processor.validation;

import io.callbox.annotation.Durable;
import io.callbox.processor.reading.ContractMethod;
import io.callbox.processor.reading.DurationText;
import java.util.Set;

/** Validates the settings of methods for durable calls, each method by itself. */
final class DurableValidator {

  private static final int MOST_ATTEMPTS = 1_000;
  private static final Set<String> OF_STUBS =
      Set.of(
          "withId(java.lang.String)",
          "orFail()",
          "after(java.time.Duration)",
          "at(java.time.Instant)",
          "withSync(io.callbox.annotation.Sync)",
          "async()");

  private final ValidationReport report;

  DurableValidator(ValidationReport report) {
    this.report = report;
  }

  void validate(ContractMethod method) {
    method.durable().ifPresent(durable -> validate(method, durable));
  }

  private void validate(ContractMethod method, Durable durable) {
    if (method.oneWay()) {
      add(
          ProblemCode.DURABLE_ONE_WAY,
          method,
          method.name()
              + " has no outcome that could be asked for later; drop @OneWay: nobody has to wait for"
              + " a durable call");
    }
    if (method.streams()) {
      add(
          ProblemCode.DURABLE_STREAM,
          method,
          method.name() + " gives a stream, which is not kept; give a list, or drop @Durable");
    }
    validateDuration(method, "keep", durable.keep());
    validateDuration(method, "timeout", durable.timeout());
    validateAttempts(method, durable.attempts());
    validateName(method);
  }

  private void validateDuration(ContractMethod method, String member, String text) {
    if (DurationText.parse(text).isEmpty()) {
      add(
          ProblemCode.BAD_DURATION,
          method,
          member
              + " '"
              + text
              + "' is no ISO-8601 duration of a millisecond to a year; write for example PT90S,"
              + " PT24H or P7D");
    }
  }

  private void validateAttempts(ContractMethod method, int attempts) {
    if (attempts < 1 || attempts > MOST_ATTEMPTS) {
      add(
          ProblemCode.BAD_ATTEMPTS,
          method,
          "attempts is " + attempts + "; write a number from 1, which is a single try, to 1000");
    } else if (attempts > 1 && method.durableSets("attempts") && !method.idempotent()) {
      add(
          ProblemCode.BAD_ATTEMPTS,
          method,
          method.name()
              + " may not be run twice, and so is tried once; add @Idempotent if running it again"
              + " does no harm, or drop attempts");
    }
  }

  private void validateName(ContractMethod method) {
    String signature = method.signature();
    if (OF_STUBS.contains(signature)) {
      report.add(
          ProblemCode.RESERVED_METHOD,
          method.element(),
          "a durable stub has a method "
              + signature
              + " itself; call this one something else, and keep its name on the wire with"
              + " @RemoteMethod(name = …) if others call it already");
    }
  }

  private void add(ProblemCode code, ContractMethod method, String message) {
    report.add(code, method.element(), Durable.class, message);
  }
}
