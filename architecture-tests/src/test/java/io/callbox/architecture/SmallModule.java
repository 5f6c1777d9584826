package io.callbox.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.lang.ArchRule;
import io.callbox.micrometer.CallMeters;
import io.callbox.opentelemetry.TracedCalls;
import io.callbox.validation.Validated;
import java.util.List;
import java.util.stream.Stream;

/**
 * A module that joins Callbox to one library, by that library's API alone.
 *
 * @param part one class of it, of which it is seen that the module is looked at
 * @param bad a class that brings what the module leaves to its users
 * @param found what of the bad class is found
 * @param imports the packages that its classes may import, besides their own
 */
record SmallModule(Class<?> part, Class<?> bad, String found, List<String> imports) {

  static final List<SmallModule> ALL =
      List.of(
          new SmallModule(
              CallMeters.class,
              BadImports.OfMicrometer.class,
              "io.micrometer.core.instrument.simple",
              List.of(
                  "io.callbox.node",
                  "io.callbox.rpc",
                  "io.micrometer.core.instrument",
                  "io.micrometer.core.instrument.binder",
                  "io.micrometer.observation..",
                  "java.util..")),
          new SmallModule(
              TracedCalls.class,
              BadImports.OfOpenTelemetry.class,
              "io.opentelemetry.sdk",
              List.of(
                  "io.callbox.rpc",
                  "io.opentelemetry.api..",
                  "io.opentelemetry.context..",
                  "java.util..")),
          new SmallModule(
              Validated.class,
              BadImports.OfValidation.class,
              "org.hibernate.validator",
              List.of(
                  "io.callbox.annotation",
                  "io.callbox.rpc",
                  "com.fasterxml.jackson.core",
                  "jakarta.validation..",
                  "java..")));

  /** Its rule. */
  ArchRule rule() {
    return classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.concat(
                    Stream.of(
                        "java.lang",
                        "java.time",
                        "org.jspecify..",
                        "com.google.errorprone.annotations.concurrent",
                        part.getPackageName()),
                    imports.stream())
                .toArray(String[]::new));
  }
}
