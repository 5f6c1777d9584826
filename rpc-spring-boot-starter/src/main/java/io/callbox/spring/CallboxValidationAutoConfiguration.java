package io.callbox.spring;

import io.callbox.rpc.ServiceSkeleton;
import io.callbox.validation.Validated;
import jakarta.validation.Validator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Validates arguments of calls, if {@code rpc-validation} is present. */
@AutoConfiguration(
    before = CallboxAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration",
      "org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration"
    })
@ConditionalOnClass({Validated.class, Validator.class})
final class CallboxValidationAutoConfiguration {

  @Bean
  @ConditionalOnBean(Validator.class)
  SkeletonMaker callboxValidatedSkeletonMaker(Validator validator) {
    Validated validated = Validated.by(validator);
    return (contract, bean) -> serving(validated, contract.type(), contract, bean);
  }

  private static <T> ServiceSkeleton serving(
      Validated validated, Class<T> type, Contract contract, Object bean) {
    return validated.service(type, type.cast(bean), contract::serving);
  }
}
