package io.callbox.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/** The node uses the Redis of Spring Data Redis, in Spring Boot 4. */
@AutoConfiguration(after = DataRedisAutoConfiguration.class)
@ConditionalOnClass(DataRedisConnectionDetails.class)
final class CallboxDataRedisAutoConfiguration {

  @Bean
  @Order(0)
  @ConditionalOnBean(DataRedisConnectionDetails.class)
  SpringRedis callboxDetailsRedis(DataRedisConnectionDetails details, Environment environment) {
    return new DetailsRedis(details, environment);
  }
}
