package io.callbox.architecture;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidator;

/** Classes that choose for their users: the rules must find each. */
final class BadImports {

  private BadImports() {}

  /** Chooses where meters go. */
  static final class OfMicrometer {
    MeterRegistry registry() {
      return new SimpleMeterRegistry();
    }
  }

  /** Chooses where spans go. */
  static final class OfOpenTelemetry {
    OpenTelemetry traces() {
      return OpenTelemetrySdk.builder().build();
    }
  }

  /** Chooses who validates. */
  static final class OfValidation {
    ValidatorFactory validators() {
      return Validation.byProvider(HibernateValidator.class).configure().buildValidatorFactory();
    }
  }
}
