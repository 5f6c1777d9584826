package io.callbox.samples.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import io.callbox.micrometer.CallMeters;
import io.callbox.opentelemetry.TracedCalls;
import io.callbox.validation.Validated;
import java.util.List;
import java.util.stream.Stream;

/** A module that joins Callbox to one library, by that library's API alone. */
enum SmallModule {
  MICROMETER(
      CallMeters.class,
      BadImports.OfMicrometer.class,
      "io.micrometer.core.instrument.simple",
      "io.callbox.node",
      "io.callbox.rpc",
      "io.micrometer.core.instrument",
      "io.micrometer.core.instrument.binder",
      "java.util.."),
  OPENTELEMETRY(
      TracedCalls.class,
      BadImports.OfOpenTelemetry.class,
      "io.opentelemetry.sdk",
      "io.callbox.rpc",
      "io.opentelemetry.api..",
      "io.opentelemetry.context..",
      "java.util.."),
  VALIDATION(
      Validated.class,
      BadImports.OfValidation.class,
      "org.hibernate.validator",
      "io.callbox.annotation",
      "io.callbox.rpc",
      "com.fasterxml.jackson.core",
      "jakarta.validation..",
      "java..");

  private static final List<String> ALL = List.of("java.lang", "java.time", "org.jspecify..");

  private final Class<?> part;
  private final Class<?> bad;
  private final String found;
  private final List<String> imports;

  SmallModule(Class<?> part, Class<?> bad, String found, String... imports) {
    this.part = part;
    this.bad = bad;
    this.found = found;
    this.imports = List.of(imports);
  }

  /** One class of it, of which it is seen that the module is looked at. */
  Class<?> part() {
    return part;
  }

  /** A class that brings what the module leaves to its users. */
  Class<?> bad() {
    return bad;
  }

  /** What of the bad class is found. */
  String found() {
    return found;
  }

  /** What its classes may import. */
  ArchRule rule() {
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(ALL.stream(), imports.stream(), Stream.of(part.getPackageName()))
                .flatMap(each -> each)
                .toArray(String[]::new));
  }
}
